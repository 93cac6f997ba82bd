import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eraseStatement } from '../../src/objects/erase.ts'
import { exportPage } from '../../src/objects/export-page.ts'
import { tieOrPart } from '../../src/objects/operator-ties.ts'
import { restoreStatement } from '../../src/objects/restore-statement.ts'
import { LANGUAGES, type Language } from '../../src/text/language.ts'
import {
  BILINGUAL,
  ENGLISH_SOURCE,
  type Item,
  SOURCE,
  SimulatedPublisher,
  feedPage,
} from './simulated-publisher.ts'

interface Text {
  readonly title: string
  readonly text: string
  readonly published: string
  readonly firstSeen: string
}

/** What a publisher published in some days: pairs, lone statements, and strangers that look alike. */
type Days = Readonly<Record<Language, readonly Text[]>> & { readonly id: string }

const DAYS = JSON.parse(
  readFileSync(join(import.meta.dirname, '../statements/pairs/days.json'), 'utf8'),
) as Days[]

const SOURCES = { ar: SOURCE, en: ENGLISH_SOURCE }

/** A look at the listing of one language, and what stands in it. */
interface Poll {
  readonly language: Language
  readonly places: readonly number[]
}

function items({ language, places }: Poll, days: Days): Item[] {
  return places.flatMap((place) => {
    const text = days[language][place]
    if (text === undefined) return []
    const title = text.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return [{ slug: `${language}/${place}`, title, text: text.text, date: text.published }]
  })
}

function revisionsOf(world: SimulatedPublisher): Set<string> {
  const { statements } = world.state
  const found = new Set<string>()
  for (let n = statements.numberAfter(0); n !== undefined; n = statements.numberAfter(n))
    for (const { number, contentHash } of statements.wordings.all(n))
      found.add(`${n}.${number} ${contentHash}`)
  return found
}

async function after(polls: readonly Poll[], days: Days): Promise<SimulatedPublisher> {
  const world = new SimulatedPublisher(BILINGUAL)
  const seen = [...days.ar, ...days.en].map(({ firstSeen }) => Date.parse(firstSeen))
  world.now = Math.max(...seen) + 3_600_000
  for (const language of LANGUAGES) {
    const old = { slug: `${language}/old`, title: 'old', text: 'old' }
    world.pages.set(SOURCES[language].url, feedPage([old]))
    await world.poll(SOURCES[language])
  }
  let before = revisionsOf(world)
  for (const poll of polls) {
    world.pages.set(SOURCES[poll.language].url, feedPage(items(poll, days)))
    await world.poll(SOURCES[poll.language])
    await world.pass(2_000)
    const now = revisionsOf(world)
    expect(
      [...before].filter((one) => !now.has(one)),
      'nothing leaves the revisions',
    ).toEqual([])
    before = now
  }
  return world
}

/** Pairs by address, each with how sure it is: in the ledger, and as published. */
async function pairsOf(world: SimulatedPublisher) {
  const { statements } = world.state
  const pairs: string[] = []
  for (let n = statements.numberAfter(0); n !== undefined; n = statements.numberAfter(n)) {
    const statement = statements.load(n)?.statement
    const published = await world.kv.get(`statement:nahr-${n}`, 'json')
    expect(published).toMatchObject({ statement: { translation: statement?.translation ?? null } })
    if (statement?.translation == null) continue
    const { url, confidence } = statement.translation
    pairs.push([...[statement.url, url].sort(), confidence].join(' '))
  }
  return pairs.sort()
}

const all = (days: Days, language: Language): Poll => ({
  language,
  places: [...days[language].keys()],
})

/** Every statement in a poll of its own or with others, some again and again, in any interleaving. */
const history = fc.constantFrom(...DAYS).chain((days) => {
  const places = LANGUAGES.flatMap((language) =>
    all(days, language).places.map((place): Poll => ({ language, places: [place] })),
  )
  const many = fc
    .constantFrom(...LANGUAGES)
    .chain((language) =>
      fc
        .subarray([...all(days, language).places], { minLength: 1 })
        .map((some): Poll => ({ language, places: some })),
    )
  return fc
    .tuple(
      fc.shuffledSubarray(places, { minLength: places.length, maxLength: places.length }),
      fc.array(fc.tuple(many, fc.nat(places.length)), { maxLength: 3 }),
    )
    .map(([once, again]) => {
      const polls = [...once]
      for (const [poll, at] of again) polls.splice(at, 0, poll)
      return { days, polls }
    })
})

describe('polls of two languages', () => {
  it('end in the same pairs in any interleaving and however often', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ days, polls }) => {
        const once = await after([all(days, 'ar'), all(days, 'en')], days)
        await once.pass(60_000)
        const mixed = await after(polls, days)
        await mixed.pass(60_000)
        expect(await pairsOf(mixed), days.id).toEqual(await pairsOf(once))
      }),
      { numRuns: 6 },
    )
  })

  it.each(['day-17', 'day-18', 'day-23'])(
    'do so where a stranger comes before the partner: %s',
    async (id) => {
      const days = DAYS.find((one) => one.id.startsWith(id))
      if (days === undefined) throw new Error(`${id} is not there`)
      const each = LANGUAGES.flatMap((language) =>
        all(days, language).places.map((place): Poll => ({ language, places: [place] })),
      )
      const one = await pairsOf(await after(each, days))
      expect(await pairsOf(await after(each.toReversed(), days))).toEqual(one)
      expect(one.length).toBeGreaterThan(0)
    },
  )
})

describe('an operator\u2019s word', () => {
  it('frees others for their partners, whenever it was said', async () => {
    const [days] = DAYS
    if (days === undefined) throw new Error('no days')
    const world = await after([all(days, 'ar'), all(days, 'en')], days)
    await world.pass(60_000)
    const before = await pairsOf(world)
    const number = world.state.statements.numberAfter(2) ?? 0
    const partner = world.state.statements.load(number)?.statement.translation?.id ?? null
    expect(partner).not.toBeNull()
    // What an operator takes apart stays apart, and nobody else changes.
    tieOrPart(number, null, world.state, world.now)
    await world.tell()
    expect(before.length - (await pairsOf(world)).length).toBe(2)
    tieOrPart(number, partner, world.state, world.now)
    await world.tell()
    const addresses = (pairs: readonly string[]) =>
      pairs.map((pair) => pair.replace(/ [\d.]+$/, ''))
    expect(addresses(await pairsOf(world))).toEqual(addresses(before))
  })
})

it('nothing leaves the revisions but what is erased', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.array(fc.nat(20), { maxLength: 3 }), async ({ days }, erased) => {
      const world = await after([all(days, 'ar'), all(days, 'en')], days)
      const before = revisionsOf(world)
      for (const number of erased) eraseStatement(number + 1, 'asked for', world.state, world.now)
      const expected = [...before].filter(
        (one) => !erased.some((number) => one.startsWith(`${number + 1}.`)),
      )
      await world.poll(SOURCE)
      await world.pass(60_000)
      expect(revisionsOf(world)).toEqual(new Set(expected))
    }),
    { numRuns: 3 },
  )
})

it('a partner that comes after an import is tied as it would have been before', async () => {
  for (const days of DAYS.slice(0, 4)) {
    const before = await after([all(days, 'ar')], days)
    const moved = new SimulatedPublisher(before.publisher)
    moved.now = before.now
    for (const one of exportPage(0, before.state).statements)
      restoreStatement(one, moved.state, moved.now)
    for (const world of [before, moved]) {
      world.pages.set(ENGLISH_SOURCE.url, feedPage(items(all(days, 'en'), days)))
      await world.poll(ENGLISH_SOURCE)
      await world.pass(60_000)
    }
    for (let n = 1; n <= days.ar.length + 2; n += 1)
      moved.state.outbox.addOnce('publish', String(n))
    await moved.tell()
    expect(await pairsOf(moved), days.id).toEqual(await pairsOf(before))
  }
})
