import {
  ENGLISH_SOURCE,
  PUBLISHER,
  SOURCE,
  SimulatedPublisher,
  feedPage,
} from '../../test/objects/simulated-publisher.ts'

const DAY_MS = 86_400_000
const LISTED = 20
const POLLS_A_DAY = 288

const TOWNS = [
  ['الرستن', 'Rastan'],
  ['سلقين', 'Salqin'],
  ['أعزاز', 'Azaz'],
  ['جرابلس', 'Jarablus'],
  ['منبج', 'Manbij'],
  ['تدمر', 'Palmyra'],
  ['القصير', 'Qusayr'],
  ['الزبداني', 'Zabadani'],
]
const TOPICS = [
  ['مدرسة', 'school'],
  ['مستشفى', 'hospital'],
  ['مخيم', 'camp'],
  ['مخبز', 'bakery'],
  ['جسر', 'bridge'],
  ['محكمة', 'court'],
  ['مسجد', 'mosque'],
]

function texts(n, edition) {
  const [townAr, townEn] = TOWNS[n % TOWNS.length]
  const [topicAr, topicEn] = TOPICS[n % TOPICS.length]
  const toll = 100 + ((n * 37) % 900)
  return {
    ar: {
      title: `بيان حول ${topicAr} ${townAr} ${n}`,
      text: `قال المجلس إن ${topicAr} ${townAr} استقبل ${toll} شخصا في العام ${edition}.\nودعا المجلس الحكومة إلى دعم ${townAr} وإصلاح الطريق خلال ${30 + (n % 60)} يوما.`,
    },
    en: {
      title: `Statement on the ${topicEn} of ${townEn}, no. ${n}`,
      text: `The council said that the ${topicEn} of ${townEn} received ${toll} people in the year ${edition}.\nIt called on the government to support ${townEn} and to repair the road within ${30 + (n % 60)} days.`,
    },
  }
}

/**
 * A year of one publisher in two languages: so many statements a day, each in Arabic and, hours
 * later, in English; every tenth is edited, every hundredth withdrawn. What is written, and why?
 */
export async function simulateYear(days, statementsADay = 2) {
  const world = new SimulatedPublisher({ ...PUBLISHER, sources: [SOURCE, ENGLISH_SOURCE] })
  const editions = new Map()
  const gone = new Set()
  const dates = new Map()
  const list = (source, language, count) => {
    const items = []
    for (let n = count; n > Math.max(0, count - LISTED); n -= 1) {
      if (gone.has(`${language}${n}`)) continue
      const { title, text } = texts(n, editions.get(`${language}${n}`) ?? 'الماضي')[language]
      const slug = language === 'ar' ? `bayan-${n}` : `en/statement-${n}`
      world.pages.set(`https://nahr.test/${slug}`, { body: `<title>${title}</title>` })
      items.push({
        slug,
        title,
        text,
        date: dates.get(`${language}${n}`) ?? new Date(world.now).toISOString(),
      })
    }
    world.pages.set(source.url, feedPage(items))
  }
  const counts = { appeared: 0, revised: 0, withdrawn: 0, restored: 0 }
  const poll = async (source) => {
    const report = await world.poll(source)
    for (const kind of Object.keys(counts)) counts[kind] += report[kind]
  }
  await begin(world, list, dates)
  const from = { kv: { ...world.kv.writes }, rows: { ...world.sql.written } }
  let published = LISTED
  for (let day = 0; day < days; day += 1) {
    for (let k = 0; k < statementsADay; k += 1) {
      published += 1
      dates.set(`ar${published}`, new Date(world.now).toISOString())
      list(SOURCE, 'ar', published)
      await poll(SOURCE)
      await world.pass(3 * 3_600_000)
      dates.set(`en${published}`, new Date(world.now).toISOString())
      list(ENGLISH_SOURCE, 'en', published)
      await poll(ENGLISH_SOURCE)
      if (published % 10 === 0) editions.set(`ar${published}`, 'الحالي')
      if (published % 100 === 0) {
        gone.add(`ar${published - 3}`)
        world.pages.delete(`https://nahr.test/bayan-${published - 3}`)
      }
      await world.pass(3 * 3_600_000)
      list(SOURCE, 'ar', published)
      await poll(SOURCE)
    }
    await world.pass(DAY_MS - statementsADay * 6 * 3_600_000)
    // Unchanged polls keep the site known as alive; their cost is measured by itself below.
    await poll(SOURCE)
  }
  const rest = await unchangedPoll(world)
  // These two are found between polls.
  const { withdrawn = 0, diverged = 0 } = world.state.totals.load().changes
  return {
    counts: { ...counts, withdrawn, diverged },
    pairs: pairsOf(world),
    kv: less(world.kv.writes, from.kv),
    all: world.front.length,
    rows: less(world.sql.written, from.rows),
    unchanged: { rows: rest.rows, kv: rest.kv, aYear: rest.rows * POLLS_A_DAY * days * 2 },
    lists: world.kv.lists,
  }
}

async function begin(world, list, dates) {
  for (let n = 1; n <= LISTED; n += 1)
    for (const language of ['ar', 'en']) dates.set(`${language}${n}`, '2025-12-01T00:00:00.000Z')
  list(SOURCE, 'ar', LISTED)
  list(ENGLISH_SOURCE, 'en', LISTED)
  await world.poll(SOURCE)
  await world.poll(ENGLISH_SOURCE)
  await world.pass(60_000)
}

/** The same listing again: rows of SQLite, beside which an object writes its alarm. */
async function unchangedPoll(world) {
  await world.poll(SOURCE)
  const before = { rows: total(world.sql.written), kv: total(world.kv.writes) }
  for (let n = 0; n < 10; n += 1) await world.poll(SOURCE)
  return {
    rows: (total(world.sql.written) - before.rows) / 10,
    kv: total(world.kv.writes) - before.kv,
  }
}

function pairsOf(world) {
  let pairs = 0
  for (
    let number = world.state.statements.numberAfter(0);
    number !== undefined;
    number = world.state.statements.numberAfter(number)
  ) {
    if (world.state.statements.loadShell(number)?.translation != null) pairs += 1
  }
  return pairs / 2
}

function less(after, before) {
  return Object.fromEntries(
    Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]),
  )
}

export function total(counts) {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
