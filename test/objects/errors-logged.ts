import { vi } from 'vitest'

/**
 * What is written to the log of errors while something goes on: a test that makes something fail says by
 * it what it expects there, so that what nobody expected is not lost among it.
 */
export async function errorsLogged(work: () => unknown): Promise<string[]> {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  try {
    await work()
    return log.mock.calls.map((words) => words.join(' '))
  } finally {
    log.mockRestore()
  }
}
