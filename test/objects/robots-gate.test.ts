import { describe, expect, it } from 'vitest'
import { RobotsGate } from '../../src/objects/robots-gate.ts'
import { SETTINGS_SCHEMA, Settings } from '../../src/objects/settings.ts'
import type { Get } from '../../src/sources/get.ts'
import { NodeSql } from './node-sql.ts'

const DAY_MS = 24 * 3_600_000

function world() {
  const { sql } = new NodeSql()
  sql.run(SETTINGS_SCHEMA)
  const settings = new Settings(sql)
  settings.save('orders', { version: 1 })
  settings.save('robotsarium', { until: 1 })
  let now = Date.parse('2026-11-26T10:00:00Z')
  let robots = 'User-agent: *\nDisallow: /x'
  const asked: string[] = []
  const get: Get = ({ url }) => {
    asked.push(url)
    const bytes = new TextEncoder().encode(url.endsWith('/robots.txt') ? robots : 'page')
    return Promise.resolve({ kind: 'answer', url, status: 200, headers: new Headers(), bytes })
  }
  const gate = () => new RobotsGate(settings).behind({ get, agent: 'test', clock: () => now })
  return {
    asked,
    later: (days: number) => {
      now += days * DAY_MS
    },
    say: (text: string) => {
      robots = text
    },
    ask: (url: string) => gate()({ url, headers: {}, maxBytes: 100 }),
    names: () =>
      sql.all<{ name: string }>('SELECT name FROM settings ORDER BY name').map(({ name }) => name),
  }
}

describe('what sites said about robots', () => {
  it('is kept for the newest fifty of them, and nothing else goes', async () => {
    const { ask, names, later, asked } = world()
    for (let n = 0; n < 80; n += 1) {
      later(0.001)
      await ask(`https://s${n}.example/p`)
    }
    const kept = names().filter((name) => name.startsWith('robots '))
    expect(kept).toHaveLength(50)
    expect(kept).toContain('robots https://s79.example')
    expect(kept).not.toContain('robots https://s29.example')
    expect(names()).toEqual(expect.arrayContaining(['orders', 'robotsarium']))
    // A site that was forgotten is asked again, and its rules hold again.
    expect(await ask('https://s0.example/x')).toMatchObject({ reason: 'robots' })
    expect(asked.filter((url) => url === 'https://s0.example/robots.txt')).toHaveLength(2)
  })

  it('is asked anew at the daily look of what it forbids, which may come a little early', async () => {
    const { ask, later, say } = world()
    expect(await ask('https://shut.example/x')).toMatchObject({ reason: 'robots' })
    say('')
    // A look a day, less its jitter: kept for a whole day, the old rules would cost a day more.
    later(0.9)
    expect(await ask('https://shut.example/x')).toMatchObject({ kind: 'answer' })
  })

  it('is forgotten a month after it was to be asked again', async () => {
    const { ask, names, later } = world()
    await ask('https://old.example/p')
    later(32)
    await ask('https://new.example/p')
    expect(names()).not.toContain('robots https://old.example')
    expect(names()).toContain('robots https://new.example')
  })

  it('fits a row, whatever a site writes', async () => {
    const { ask, say } = world()
    const path = `/${'ب'.repeat(400)}`
    say(`User-agent: *\n${`Disallow: ${path}\n`.repeat(1_200)}Disallow: /x`)
    expect(await ask('https://long.example/p')).toMatchObject({ kind: 'answer' })
    expect(await ask('https://long.example/x')).toMatchObject({ reason: 'robots' })
  })
})
