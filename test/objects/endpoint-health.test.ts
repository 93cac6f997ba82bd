import { expect, it } from 'vitest'
import { EndpointHealth } from '../../src/objects/endpoint-health.ts'
import { SETTINGS_SCHEMA, Settings } from '../../src/objects/settings.ts'
import type { BayanEnv } from '../../src/platform/env.ts'
import { NodeSql } from './node-sql.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-26T08:00:00Z')
const at = (days: number) => new Date(NOW + days * DAY).toISOString()

function healthWith(kept: Record<string, unknown> = {}) {
  const { sql } = new NodeSql()
  sql.run(SETTINGS_SCHEMA)
  const settings = new Settings(sql)
  for (const [name, value] of Object.entries(kept)) settings.save(name, value)
  const owed = () => settings.load<{ state: string }>('owed')?.state
  // It has no neighbour here: what is owed is looked at, not told.
  return { health: new EndpointHealth(settings, {} as BayanEnv), owed, settings }
}

it.each([
  { because: 'it is not disabled', kept: {}, probeAt: undefined },
  {
    because: 'it was disabled before there were probes: it is due',
    kept: { disabled: 'Nothing arrived for five days. Mend the receiver, then send it a test.' },
    probeAt: 0,
  },
  {
    because: 'its receiver said that it is gone',
    kept: { disabled: 'The receiver answered 410.' },
    probeAt: Infinity,
  },
])('is tried again at $probeAt: $because', ({ kept, probeAt }) => {
  expect(healthWith(kept).health.probeAt()).toBe(probeAt)
})

it('tells once that it is disabled, however many probes fail, and once that it works again', () => {
  const { health, owed, settings } = healthWith()
  const toldAfter = (work: () => void) => {
    settings.remove('owed')
    work()
    return owed()
  }
  for (const days of [0, 0.1, 0.2, 4.9]) {
    expect(toldAfter(() => health.failed('hook', at(days), 'no-answer'))).toBeUndefined()
  }
  expect(toldAfter(() => health.failed('hook', at(5), 'no-answer'))).toBe('disabled')
  expect(health.probeAt()).toBe(NOW + 6 * DAY)
  expect(toldAfter(() => health.failed('hook', at(6), 'no-answer'))).toBeUndefined()
  expect(health.probeAt()).toBe(NOW + 7 * DAY)
  expect(toldAfter(() => health.recovered('hook', at(7)))).toBe('ok')
  expect(health.probeAt()).toBeUndefined()
  expect(settings.load('probe'), 'no probe is left for the next time').toBeUndefined()
})

it('tells that a receiver is gone, also where it was disabled for failing before', () => {
  const { health, owed, settings } = healthWith()
  for (const days of [0, 0.1, 0.2, 5]) health.failed('hook', at(days), 'no-answer')
  settings.remove('owed')
  health.gone('hook', at(6))
  expect([owed(), health.disabled(), health.probeAt()]).toEqual([
    'disabled',
    expect.objectContaining({ en: expect.stringContaining('takes no messages any more') }),
    Infinity,
  ])
})
