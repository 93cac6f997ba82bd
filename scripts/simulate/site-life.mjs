import { between, chance } from '../crash/chance.mjs'
import { EDITS, bulletin, corrected, edited, wording } from './site-texts.mjs'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** When Bayan begins to look. */
export const START = Date.parse('2026-01-05T08:00:00Z')

/**
 * What a site may be like for a while, how long (hours), and the state that people should be told of
 * then; null where nothing is wrong with the source.
 */
export const WEATHER = {
  'status-500': { hours: [0.5, 40], state: 'down' },
  'status-502': { hours: [0.3, 12], state: 'down' },
  'busy-503': { hours: [0.5, 8], state: 'down' },
  'too-many-429': { hours: [0.5, 20], state: 'blocked' },
  timeout: { hours: [0.3, 30], state: 'down' },
  reset: { hours: [0.3, 30], state: 'down' },
  'wall-403': { hours: [10, 200], state: 'blocked' },
  'challenge-200': { hours: [10, 200], state: 'blocked' },
  'soft-404': { hours: [1, 30], state: 'down' },
  maintenance: { hours: [0.3, 6], state: 'down' },
  'to-front': { hours: [0.5, 10], state: 'down' },
  'empty-list': { hours: [0.3, 20], state: 'changed-layout' },
  'no-bytes': { hours: [0.3, 10], state: 'changed-layout' },
  parked: { hours: [5, 60], state: 'down' },
  robots: { hours: [50, 200], state: 'blocked' },
  mojibake: { hours: [3, 24], state: 'changed-layout' },
  flapping: { hours: [1, 8], state: null },
  half: { hours: [1, 20], state: null },
  cut: { hours: [1, 10], state: null },
  shuffled: { hours: [2, 40], state: null },
  stale: { hours: [0.5, 3], state: null },
  alternating: { hours: [1, 30], state: null },
  mirrors: { hours: [10, 150], state: null },
  'dates-now': { hours: [2, 30], state: null },
  'windows-1256': { hours: [5, 24], state: null },
  'lying-etag': { hours: [5, 40], state: null },
  'new-guids': { hours: [3, 40], state: null },
  'tracking-links': { hours: [5, 100], state: null },
  twice: { hours: [2, 40], state: null },
}

/** What changes once and stays. */
const TURNS = ['https', 'www', 'paths', 'guids', 'redesign', 'import', 'english', 'domain']

/**
 * The whole life of one site, drawn from a seed: what is published when, what becomes of it, and what the
 * site suffers. This is the truth that Bayan is judged by; nothing in it comes from Bayan.
 */
export function lifeOf(seed, { kind, days }) {
  const draw = chance(seed * 7919 + kind.length * 104_729)
  const end = START + days * DAY
  const turns = turnsOf(draw, kind, end)
  const statements = [...archive(draw), ...published(draw, end, turns)]
    .sort((one, other) => one.at - other.at)
    .map((one, at) => ({ ...one, n: at + 1 }))
  for (const one of statements) become(one, draw, end)
  return { seed, kind, end, statements, turns, weather: weatherOf(draw, kind, end, turns) }
}

function turnsOf(draw, kind, end) {
  const turns = new Map()
  for (const turn of TURNS) {
    if (draw() < 0.5) turns.set(turn, between(draw, START + 5 * DAY, end))
  }
  if (kind === 'wordpress') turns.delete('redesign')
  // Two turns on one day are a case that no operator would see through.
  for (const [turn, at] of turns)
    if ([...turns].some(([other, then]) => other !== turn && Math.abs(then - at) < 3 * DAY))
      turns.delete(turn)
  return turns
}

function archive(draw) {
  return Array.from({ length: 25 }, (_, k) => {
    const at = START - (25 - k) * 0.7 * DAY - draw() * HOUR
    return { at, shown: at, language: 'ar', isOld: true, ...first(wording(draw, 'ar')) }
  })
}

const first = (one) => ({ wordings: [{ from: 0, ...one, edit: undefined }] })

/** Working days, bursts, silent weeks, and a month in which offices work at night. */
function published(draw, end, turns) {
  const found = []
  const pace = between(draw, 0.6, 3)
  const hasBulletin = draw() < 0.4
  let silentUntil = 0
  for (let day = START; day < end; day += DAY) {
    if (draw() < 0.01) silentUntil = day + between(draw, 3, 12) * DAY
    if (day < silentUntil) continue
    const weekday = new Date(day).getUTCDay()
    const isRest = weekday === 5 || weekday === 6
    const isNightMonth = ((day - START) / DAY) % 354 > 40 && ((day - START) / DAY) % 354 < 70
    const isBurst = draw() < 0.03
    const count = isBurst ? 4 + Math.floor(draw() * 4) : poisson(draw, isRest ? pace / 5 : pace)
    const from = day - 8 * HOUR + (isNightMonth ? 18 : 7) * HOUR
    const span = isBurst ? 2 * HOUR : (isNightMonth ? 7 : 9) * HOUR
    for (let k = 0; k < count; k += 1) found.push(statementAt(from + draw() * span, draw, turns))
    if (draw() < 0.03 && found.length > 0) found.push(correction(found.at(-1), from + span, draw))
    if (hasBulletin && !isRest) {
      const at = from + span / 2 + draw() * HOUR
      const number = Math.round((day - START) / DAY) + 1
      found.push({ at, shown: at, language: 'ar', ...first(bulletin(draw, number)) })
    }
  }
  const imported = turns.get('import')
  if (imported !== undefined)
    for (let k = 0; k < 30; k += 1) {
      const shown = START - between(draw, 100, 900) * DAY
      found.push({
        at: imported,
        shown,
        language: 'ar',
        isOld: true,
        isTop: draw() < 0.5,
        ...first(wording(draw, 'ar')),
      })
    }
  return found.filter(({ at }) => at > START && at < end)
}

function statementAt(at, draw, turns) {
  const language = at > (turns.get('english') ?? Infinity) && draw() < 0.4 ? 'en' : 'ar'
  const lot = draw()
  const shown = lot < 0.01 ? at - 30 * DAY : lot < 0.02 ? at + 5 * DAY : at
  return { at, shown, language, ...first(wording(draw, language)) }
}

/** The same text put out again at a new address, with another number in it, or with a denial. */
function correction({ wordings: [first], language }, from, draw) {
  const at = from + draw() * HOUR
  const { title, paragraphs } = corrected(first, draw, language)
  return { at, shown: at, language, wordings: [{ from: 0, title, paragraphs, edit: undefined }] }
}

function poisson(draw, mean) {
  let [count, left] = [0, Math.exp(-mean)]
  for (let product = draw(); product > left; product *= draw()) count += 1
  return count
}

/** Edits, mended slugs, pins, deletions and returns. */
function become(one, draw, end) {
  const { at, wordings, language } = one
  let latest = wordings[0]
  while (draw() < (one.isOld ? 0.02 : 0.15) && wordings.length < 4) {
    const edit = EDITS[Math.floor(draw() * EDITS.length)]
    const from =
      Math.max(latest.from, at, START) + between(draw, 0.05, draw() < 0.7 ? 8 : 100) * HOUR
    latest = { from, ...edited(latest, edit, draw, language), edit }
    wordings.push(latest)
  }
  if (draw() < 0.02 && wordings.length > 1) {
    const { title, paragraphs } = wordings.at(-2)
    wordings.push({
      from: latest.from + between(draw, 0.5, 50) * HOUR,
      title,
      paragraphs,
      edit: 'reverted',
    })
  }
  one.slugs = [{ from: 0, slug: 'bayan' }]
  if (draw() < 0.04)
    one.slugs.push({ from: at + between(draw, 0.1, 60) * HOUR, slug: 'bayan-muaddal' })
  // An old text that is put on top for the first time is news by our own rule (fault 26).
  if (one.isOld !== true && draw() < 0.02) one.pinned = [at + HOUR, at + between(draw, 3, 40) * DAY]
  if (draw() < 0.03) {
    const from = Math.max(at, START) + between(draw, 1, 300) * HOUR
    one.gone = [from, draw() < 0.3 ? from + between(draw, 1, 200) * HOUR : Infinity]
  }
  one.end = end
}

/** One thing at a time, with better days between. */
function weatherOf(draw, kind, end, turns) {
  const kinds = Object.keys(WEATHER)
  const found = []
  let at = START + between(draw, 2, 6) * DAY
  while (at < end) {
    const what = kinds[Math.floor(draw() * kinds.length)]
    const [least, most] = WEATHER[what].hours
    const until = Math.min(end, at + between(draw, least, most) * HOUR)
    // A turn within bad weather is a case of its own that no operator would see through.
    const isApart = [...turns.values()].every((turn) => turn < at - DAY || turn > until + DAY)
    // Half a JSON document is none; of half a feed or page something can be read.
    const state = what === 'cut' && kind === 'wordpress' ? 'down' : WEATHER[what].state
    if (isApart) found.push({ what, from: at, until, state })
    at = until + between(draw, 1, 8) * DAY
  }
  return found
}
