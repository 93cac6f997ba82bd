import { problem } from './problem.ts'

/** The answer to a request that a bug stopped. */
export function fault(error: unknown): Response {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(JSON.stringify({ at: 'http', error: detail }))
  return problem(500, 'Fault', {
    en: 'A fault in Bayan stopped this request. The log tells more.',
    ar: 'أوقف خللٌ في بيان هذا الطلب. السجل يوضح السبب.',
  })
}
