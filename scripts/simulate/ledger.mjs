import { SimulatedPublisher, SOURCE, feedPage } from '../../test/objects/simulated-publisher.ts'
import { median } from '../bench/statistics.mjs'

const DAY_MS = 86_400_000
const LISTED = 20
const NEW_A_POLL = 5
const ROUNDS = 60
const WARM = 40
/** Statements of a young publisher. */
const YOUNG = 500

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

function listing(newest) {
  const items = Array.from({ length: LISTED }, (_, k) => ({
    ...item(newest - k),
    guid: `${newest - k}`,
  }))
  return feedPage(items)
}

/** CPU time of a poll that reads all of a listing and finds nothing new, ms of all threads. */
async function pollCpu({ world, newest }, round) {
  const page = listing(newest)
  // Another order of attributes, as it were: the raw entries differ, the statements do not.
  const body = page.body.replaceAll('<item>', `<item ${' '.repeat(round + 1)}>`)
  world.pages.set(SOURCE.url, { ...page, body })
  const before = process.cpuUsage()
  await world.poll()
  const { user, system } = process.cpuUsage(before)
  world.now += 300_000
  return (user + system) / 1000
}

/** A publisher that has lived until so many statements were kept. */
async function grown(statements, note = () => undefined) {
  const world = new SimulatedPublisher()
  let newest = LISTED
  for (; newest <= statements; newest += NEW_A_POLL) {
    world.pages.set(SOURCE.url, listing(newest))
    await world.poll()
    world.now += DAY_MS / 4
    note(world, newest)
  }
  return { world, newest: newest - NEW_A_POLL }
}

/** Ten years of one publisher: does a poll stay as quick, and how large do object and KV become? */
export async function simulateLedger(statements) {
  const sizes = []
  const old = await grown(statements, (world, newest) => {
    if (newest % 5_000 === 0)
      sizes.push({ statements: newest, object: world.sql.bytes(), kv: world.kv.bytes() })
  })
  const young = await grown(YOUNG)
  const times = { young: [], old: [] }
  // Turn about, so that what else the machine does falls on both; the first rounds only warm up.
  for (let round = 0; round < WARM + ROUNDS; round += 1) {
    const [first, second] = round % 2 === 0 ? ['young', 'old'] : ['old', 'young']
    const took = {}
    for (const which of [first, second])
      took[which] = await pollCpu(which === 'old' ? old : young, round)
    if (round < WARM) continue
    times.young.push(took.young)
    times.old.push(took.old)
  }
  const ratios = times.old.map((one, at) => one / times.young[at])
  return {
    young: median(times.young),
    old: median(times.old),
    ratios: ratios.sort((one, other) => one - other),
    sizes,
    lists: old.world.kv.lists,
    count: old.world.state.statements.count(),
  }
}
