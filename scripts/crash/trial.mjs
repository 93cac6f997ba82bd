import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { eventually } from '../runtime/eventually.mjs'
import { between, chance } from './chance.mjs'
import { FAULTS, startDeadReceiver, startReceiver } from './receiver.mjs'
import { startService } from './service.mjs'
import { COPY, startSourceSite } from './source-site.mjs'

const ENDPOINT = 'receiver'
/** Each is polled every 5 s, which is the shortest interval: together once a second by alarm. */
const PUBLISHERS = ['harbour', 'market', 'station', 'theatre', 'library']
const INTERVAL_SECONDS = 5
/** A life of the process, in ms, before it is killed. */
const LIFE_MS = [30, 930]
/** Every fourth statement stands at another publisher too, at an address that ends so. */
const COPIED = 4
/** Time between two polls by hand, in ms, beside those by alarm. */
const HAND_POLL_MS = [20, 230]
/**
 * A line keeps its order, so that each fault holds up those behind it for the 5 s until the second
 * attempt, and one that hangs for 15 s more: long enough for a third of sixty to go wrong.
 */
const SETTLE_MS = 300_000

/**
 * One trial: statements appear while the process is killed again and again, and afterwards every
 * one of them must have been told, under one id.
 *
 * @param {{ bundle: object, dir: string, seed: number, kills: number, statements: number,
 *   settleMs?: number, faults?: object, withDead?: boolean }} options `settleMs`: how long after the
 *   last kill everything must be told; `faults`: the receiver's, by share; `withDead`: beside it
 *   stands an endpoint whose receiver never answers, which must make no difference
 * @returns {Promise<{ seed: number, kills: number, statements: number, delivered: number,
 *   lost: string[], renamed: string[], repeats: number, attempts: number, pending: number,
 *   seconds: number }>} `lost`: never processed by the receiver; `renamed`: told under more than
 *   one id; `repeats`: attempts of an id after one that the receiver had processed
 */
export async function runTrial(options) {
  const { bundle, dir, seed, kills, statements } = options
  const { settleMs = SETTLE_MS, faults = FAULTS, withDead = true } = options
  const began = performance.now()
  const draw = chance(seed)
  const site = await startSourceSite(PUBLISHERS.length)
  const receiver = await startReceiver(chance(seed + 1_000_000), faults)
  const dead = withDead ? await startDeadReceiver() : undefined
  const service = await startService({ bundle, dir })
  try {
    await configure(service, site, receiver, dead)
    await untilAlertsFlow(service, site, receiver)
    const paths = Array.from({ length: statements }, (_, n) => `/statements/${n + 1}`)
    await storm({ service, site, draw, kills, paths })
    const pending = await settle(service, receiver, paths, settleMs)
    const seconds = (performance.now() - began) / 1000
    return { seed, kills, statements, ...judge(receiver.seen, paths), pending, seconds }
  } catch (error) {
    throw new Error(`seed ${seed}: ${error.message}\n${service.log()}`, { cause: error })
  } finally {
    await service.stop()
    await Promise.all([site.close(), receiver.close(), dead?.close()])
  }
}

/** Endpoint, watch, publisher: what a watch names must be there before it. */
async function configure(service, site, receiver, dead) {
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const endpoint = { id: ENDPOINT, kind: 'webhook', url: receiver.url, secret, pace: 50 }
  await service.call('PUT', `/endpoints/${ENDPOINT}`, endpoint)
  if (dead !== undefined)
    await service.call('PUT', '/endpoints/dead', { ...endpoint, id: 'dead', url: dead.url })
  await service.call('PUT', '/watches/lighthouse', {
    id: 'lighthouse',
    name: 'Lighthouse',
    query: 'lighthouse',
    publishers: [],
    languages: [],
    changes: ['appeared', 'revised'],
    endpoints: dead === undefined ? [ENDPOINT] : [ENDPOINT, 'dead'],
    public: false,
  })
  for (const [feed, id] of PUBLISHERS.entries()) {
    const url = `${site.origin}/feed/${feed}`
    const source = { id: `${id}-en`, language: 'en', url, kind: 'feed', paused: false }
    await service.call('PUT', `/publishers/${id}`, {
      id,
      name: { ar: `\u0645\u062c\u0644\u0633 ${id}`, en: `Council of the ${id}` },
      site: `${site.origin}/`,
      paused: false,
      sources: [{ ...source, interval: INTERVAL_SECONDS }],
    })
  }
}

const pollByHand = (service, id) => service.call('POST', `/publishers/${id}/poll`)

/**
 * Waits for the baseline (the first poll tells nobody), then publishes probes until one is told:
 * from then on source, watch and endpoint are known to be joined, and silence would be a loss.
 */
async function untilAlertsFlow(service, site, receiver) {
  for (const id of PUBLISHERS) await untilBaseline(service, id)
  for (const feed of PUBLISHERS.keys()) site.publish(feed, `/probes/${feed}/0`)
  let probes = 0
  const told = await eventually(
    async () => {
      const silent = [...PUBLISHERS.keys()].filter((feed) => !isProbeTold(receiver, feed))
      if (silent.length === 0) return true
      if (++probes % 25 === 0)
        for (const feed of silent) site.publish(feed, `/probes/${feed}/${probes}`)
      return undefined
    },
    { withinMs: 30_000, everyMs: 200 },
  )
  if (told === undefined) throw new Error('not every publisher told a probe in 30 s')
}

function isProbeTold({ seen }, feed) {
  return [...seen.keys()].some((path) => path.startsWith(`/probes/${feed}/`))
}

async function untilBaseline(service, id) {
  let last
  const read = await eventually(
    async () => {
      last = await pollByHand(service, id).catch((error) => error.message)
      const outcome = last?.polls?.[0]?.outcome
      return outcome === 'ok' || outcome === 'unchanged' ? true : undefined
    },
    { withinMs: 15_000, everyMs: 200 },
  )
  if (read === undefined) throw new Error(`no baseline of ${id}: ${JSON.stringify(last)}`)
}

/** Statements appear evenly over the lives of the process, polls go on, and it is killed. */
async function storm({ service, site, draw, kills, paths }) {
  const lives = Array.from({ length: kills }, () => between(draw, ...LIFE_MS))
  const handDraw = chance(Math.floor(draw() * 2 ** 32))
  const total = lives.reduce((sum, life) => sum + life, 0)
  let over = false
  const publishing = publishEvenly(site, paths, total / paths.length)
  const polling = pollAtRandom(service, handDraw, () => over)
  for (const life of lives) {
    await sleep(life)
    await service.crash()
  }
  await publishing
  over = true
  await polling
}

async function publishEvenly(site, paths, gapMs) {
  for (const [n, path] of paths.entries()) {
    await sleep(gapMs)
    site.publish(n % PUBLISHERS.length, path)
    if (n % COPIED === 0) site.publish((n + 1) % PUBLISHERS.length, path + COPY)
  }
}

/** A poll by hand that a kill cuts short is no failure of the trial. */
async function pollAtRandom(service, draw, isOver) {
  const underway = new Set()
  while (!isOver()) {
    await sleep(between(draw, ...HAND_POLL_MS))
    const id = PUBLISHERS[Math.floor(draw() * PUBLISHERS.length)]
    const poll = pollByHand(service, id).catch(() => undefined)
    underway.add(poll)
    void poll.then(() => underway.delete(poll))
  }
  await Promise.all(underway)
}

/**
 * Waits until all is told and nothing is on its way. No more polls by hand: the alarms must have
 * outlived the kills by themselves. Gives the number of deliveries still pending at the end.
 */
async function settle(service, receiver, paths, withinMs) {
  let pending = 0
  await eventually(
    async () => {
      const answer = await service.call('GET', `/deliveries?endpoint=${ENDPOINT}&state=pending`)
      pending = answer.items.length
      const { lost } = judge(receiver.seen, paths)
      return lost.length === 0 && pending === 0 ? true : undefined
    },
    { withinMs, everyMs: 250 },
  )
  return pending
}

/**
 * What the receiver saw, held against what was published. A statement and its copy are one piece of
 * news: either of them tells it, and both would be a second telling.
 */
export function judge(seen, paths) {
  const idsOf = (path) =>
    [path, path + COPY].flatMap((place) => [...(seen.get(place)?.values() ?? [])])
  const told = paths.flatMap(idsOf)
  const lost = paths.filter((path) => !idsOf(path).some(({ processed }) => processed > 0))
  return {
    delivered: paths.length - lost.length,
    lost,
    renamed: paths.filter((path) => idsOf(path).length > 1),
    repeats: told.reduce((sum, { processed }) => sum + Math.max(0, processed - 1), 0),
    attempts: told.reduce((sum, { attempts }) => sum + attempts, 0),
  }
}
