import { describe, expect, it } from 'vitest'
import type { Status } from '../../src/objects/desk-status.ts'
import { KeptStatus } from '../../src/objects/kept-status.ts'

const AT = Date.parse('2026-11-26T09:00:00Z')

function world() {
  let asked = 0
  const kept = new KeptStatus()
  const load = async (now: number, ready: Promise<void> = Promise.resolve()) =>
    await kept.load(now, async () => {
      asked += 1
      const number = asked
      await ready
      const asOf = new Date(now).toISOString()
      const budget = { plan: 'free', day: '', kvWrites: number, rowsWritten: 0 } as const
      return { asOf, publishers: [], endpoints: [], silent: [], budget } satisfies Status
    })
  return { kept, load, asked: () => asked }
}

describe('the status that the desk keeps', () => {
  it('is gathered once a minute, and once for all who ask meanwhile', async () => {
    const { load, asked } = world()
    await Promise.all([load(AT), load(AT)])
    await load(AT + 59_000)
    expect(asked()).toBe(1)
    await load(AT + 60_000)
    expect(asked()).toBe(2)
  })

  it('is gathered anew after a clock went back', async () => {
    const { load, asked } = world()
    await load(AT)
    await load(AT - 3_600_000)
    expect(asked()).toBe(2)
  })

  it('is gathered anew after something was saved, also while it was being gathered', async () => {
    const { kept, load, asked } = world()
    await load(AT)
    kept.forget()
    let finish = () => {}
    const before = load(AT, new Promise((resolve) => (finish = resolve)))
    kept.forget()
    const after = await load(AT)
    finish()
    await before
    expect((await load(AT)).budget.kvWrites, 'the late answer is not kept').toBe(
      after.budget.kvWrites,
    )
    expect(asked()).toBe(3)
  })
})
