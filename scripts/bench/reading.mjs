import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleWorker } from '../runtime/bundle-worker.mjs'
import { startRuntime } from '../runtime/start-runtime.mjs'
import { openConnection } from './connection.mjs'
import { ROUNDS, interleave } from './interleave.mjs'
import { median, ratios } from './statistics.mjs'

const CONFIG = fileURLToPath(new URL('reading-wrangler.toml', import.meta.url))
const READINGS_A_CALL = 5
const CALLS = 20
const WARM_UP_CALLS = 40

/** The readers in a process of their own, behind a worker that does nothing else. */
export async function startReaders(dir) {
  const bundle = await bundleWorker({ outdir: join(dir, 'bundle'), config: CONFIG })
  const runtime = await startRuntime({ bundle, dir, kv: 'memory' })
  const connection = openConnection(runtime.url)
  const checked = (path, { status, body }) => {
    if (status !== 200) throw new Error(`${path} answered ${status}: ${String(body)}`)
    return body
  }
  const get = async (path) => checked(path, await connection.get(path))
  const post = async (path, body) => checked(path, await connection.post(path, body))
  const close = async () => {
    connection.close()
    await runtime.stop()
  }
  return { pid: runtime.pid, get, post, close }
}

/** A listing of 140 KB read warm, beside HTMLRewriter's bare pass over it; the other readers for orientation. */
export const listingRead = {
  name: 'listing-read',
  unit: 'x',
  goal: { atMost: 2 },
  async measure({ dir }) {
    const readers = await startReaders(dir)
    try {
      const names = ['listing', 'bare', 'structure', 'article', 'feed', 'wordpress']
      const measured = await interleave({
        pid: readers.pid,
        calls: CALLS,
        warmUpCalls: WARM_UP_CALLS,
        variants: Object.fromEntries(
          names.map((name) => [name, async () => void (await readers.get(`/${name}`))]),
        ),
      })
      const ms = (name) => `${(median(measured[name]) / READINGS_A_CALL).toFixed(2)} ms`
      const others = names.slice(2).map((name) => `${name} ${ms(name)}`)
      const detail = `20 entries of 140 KB by selectors ${ms('listing')}, bare pass ${ms('bare')}; without selectors: ${others.join(', ')}`
      return { values: ratios(measured.listing, measured.bare), detail }
    } finally {
      await readers.close()
    }
  },
}

/**
 * Our feed reader beside other people's parsers, in Node; none of them cleans html, so ours is told without
 * and with. The entries are known by their letters, as nearly all are in a poll; what it costs to hash new
 * ones is told too, for a feed in which all twenty are new.
 */
export const feedRead = {
  name: 'feed-read',
  unit: 'x',
  goal: { atLeast: 1 },
  async measure() {
    const { FEED, READINGS, readParsed, unreadFeed } = await import('./reading-work.mjs')
    const { feeders } = await import('./feed-peers.mjs')
    const all = { ours: READINGS.parsed, 'cleaned too': READINGS.feed, ...feeders(FEED) }
    const measured = Object.fromEntries(Object.keys(all).map((name) => [name, []]))
    const unread = []
    for (const read of Object.values(all)) for (let n = 0; n < 60; n++) await read()
    const cost = async (read) => {
      const before = process.cpuUsage()
      for (let n = 0; n < CALLS; n++) await read(n)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000 / CALLS
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, read] of Object.entries(all)) measured[name].push(await cost(read))
      const feeds = Array.from({ length: CALLS }, unreadFeed)
      unread.push(await cost((n) => readParsed(feeds[n])))
    }
    const ms = (name) => `${name} ${median(measured[name]).toFixed(2)} ms`
    const { ours, 'cleaned too': _, ...peers } = measured
    const best = Object.entries(peers).toSorted(([, a], [, b]) => median(a) - median(b))[0]
    const detail = `Node, ${Math.round(FEED.length / 1000)} KB of 20 texts: ${Object.keys(measured).map(ms).join(', ')}; against the best of them. Ours, all entries new: ${median(unread).toFixed(2)} ms`
    return { values: ratios(best[1], ours), detail }
  },
}
