import { expect, it } from 'vitest'
import { DeskStore } from '../../src/objects/desk-store.ts'
import { hostsAsked } from '../../src/objects/hosts-asked.ts'
import { wakeEverybody } from '../../src/objects/watchdog.ts'
import type { BayanEnv } from '../../src/platform/env.ts'
import type { Source } from '../../src/sources/source.ts'
import { NodeSql } from './node-sql.ts'
import { PUBLISHER, SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

/** A desk with three publishers, whose objects answer the watchdog so. */
function desk(hosts: Readonly<Record<string, readonly string[]>>) {
  const store = new DeskStore(new NodeSql().sql)
  for (const id of Object.keys(hosts)) {
    const source: Source = { ...SOURCE, id: `${id}-ar`, url: `https://${id}.example/` }
    store.save('publisher', id, { ...PUBLISHER, id, sources: [source] }, 1)
  }
  store.raiseVersion()
  const env = {
    PUBLISHERS: {
      getByName: (id: string) => ({
        wake: () => Promise.resolve({ version: 1, hosts: hosts[id] ?? [] }),
      }),
    },
  } as unknown as BayanEnv
  const watch = async () => {
    await wakeEverybody([], store, env)
    const told = store.dirty(Number.MAX_SAFE_INTEGER, 10).map((dirty) => {
      store.clean(dirty)
      return dirty.target
    })
    return told.sort()
  }
  return { store, watch }
}

it('tells publishers that were found to ask one host, once', async () => {
  const hosts: Record<string, readonly string[]> = {
    one: ['cdn.example', 'one.example'],
    other: ['cdn.example'],
    third: ['third.example'],
  }
  const { watch } = desk(hosts)
  expect(await watch()).toEqual(['publisher:one', 'publisher:other'])
  expect(await watch()).toEqual([])
  // Its site moved to where nobody else is.
  hosts['other'] = ['new.example']
  expect(await watch()).toEqual(['publisher:one', 'publisher:other'])
  expect(await watch()).toEqual([])
})

it('names what auto chose, and where the statements lie', async () => {
  const auto: Source = { ...SOURCE, url: 'https://nahr.test/', kind: 'auto' }
  const world = new SimulatedPublisher({ ...PUBLISHER, sources: [auto] })
  const front =
    '<html><head><title>x</title><link rel="alternate" type="application/rss+xml" href="https://feeds.test/nahr"></head><body><p>x</p></body></html>'
  world.pages.set(auto.url, { body: front })
  const items = [{ slug: 'a', title: 'بيان حول الجسر', text: 'نص عن الجسر.' }]
  world.pages.set('https://feeds.test/nahr', feedPage(items))
  await world.poll(auto)
  expect(world.state.source(auto.id).chosen?.url).toBe('https://feeds.test/nahr')
  expect(hostsAsked(world.state)).toEqual(['feeds.test', 'nahr.test'])
})
