import { SimulatedPublisher, SOURCE, feedPage } from '../../test/objects/simulated-publisher.ts'
import { median } from '../bench/statistics.mjs'

const DAY_MS = 86_400_000
const LISTED = 20
const NEW_A_POLL = 5
const ROUNDS = 40

/** One statement of some 1,500 letters; no two are alike. */
export function item(n, edition = '') {
  const at = new Date(Date.parse('2016-01-01T00:00:00Z') + n * 4 * 3_600_000).toISOString()
  const words = Array.from(
    { length: 24 },
    (_, k) => `الفقرة ${k} من البيان ${n} تذكر الجسر والميناء${edition}.`,
  )
  return {
    slug: `bayan-${n}`,
    title: `بيان رقم ${n} حول أعمال المجلس`,
    date: at,
    text: words.join('\n'),
  }
}

/** The time of a poll that reads all of a listing and finds nothing new, in ms of a wall clock. */
async function pollTime(world, newest) {
  const times = []
  for (let round = 0; round < ROUNDS; round += 1) {
    // Another order of attributes, as it were: the raw entries differ, the statements do not.
    const items = Array.from({ length: LISTED }, (_, k) => ({
      ...item(newest - k),
      guid: `${newest - k}`,
    }))
    const page = feedPage(items)
    world.pages.set(SOURCE.url, {
      ...page,
      body: page.body.replaceAll('<item>', `<item ${' '.repeat(round + 1)}>`),
    })
    const before = process.hrtime.bigint()
    await world.poll()
    times.push(Number(process.hrtime.bigint() - before) / 1e6)
    world.now += 300_000
  }
  return median(times)
}

/** Ten years of one publisher: does a poll stay as quick, and how large do object and KV become? */
export async function simulateLedger(statements) {
  const world = new SimulatedPublisher()
  const sizes = []
  let young = 0
  for (let newest = LISTED; newest <= statements; newest += NEW_A_POLL) {
    const items = Array.from({ length: LISTED }, (_, k) => ({
      ...item(newest - k),
      guid: `${newest - k}`,
    }))
    world.pages.set(SOURCE.url, feedPage(items))
    await world.poll()
    world.now += DAY_MS / 4
    // What left the listing is looked at now and then; its page stands.
    // Twice: the first time much of the code is met for the first time.
    if (newest === 500) for (let n = 0; n < 2; n += 1) young = await pollTime(world, newest)
    if (newest % 5_000 === 0)
      sizes.push({ statements: newest, object: world.sql.bytes(), kv: world.kv.bytes() })
  }
  const old = await pollTime(world, statements - (statements % NEW_A_POLL))
  return { young, old, sizes, lists: world.kv.lists, count: world.state.statements.count() }
}
