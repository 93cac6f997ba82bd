import { describe, expect, it } from 'vitest'
import { feedOf } from '../../src/feeds/feed-document.ts'
import { FEED_FORMATS } from '../../src/feeds/formats.ts'
import { parseSnapshot } from '../../src/feeds/parse-snapshot.ts'
import { eraseStatement } from '../../src/objects/erase.ts'
import { exportPage } from '../../src/objects/export-page.ts'
import { handed, machineRulesChanged, planMachines } from '../../src/objects/machine-keeping.ts'
import { tieOrPart } from '../../src/objects/operator-ties.ts'
import { restoreStatement } from '../../src/objects/restore-statement.ts'
import { countsOf, failingOf, nextTranslation } from '../../src/objects/translation-pace.ts'
import type { PublishedStatement } from '../../src/statements/revision-list.ts'
import type { Watch } from '../../src/watches/watch.ts'
import { BRIDGE_AR, BRIDGE_EN } from './bridge-pair.ts'
import {
  BILINGUAL,
  ENGLISH_SOURCE,
  type Item,
  PUBLISHER,
  SOURCE,
  SimulatedPublisher,
  feedPage,
} from './simulated-publisher.ts'
import { SETTING, TranslatingPublisher } from './translating-publisher.ts'
import { watchOf } from '../watches/ask.ts'

const HOUR = 3_600_000

const OLD: Item = { slug: 'old', title: 'قديم', text: 'نص قديم عن السوق.' }
const WATCH: Watch = watchOf('council AND bridge', {
  id: 'bridge',
  name: 'Bridges',
  endpoints: ['desk'],
})

/** A publisher that was followed for a while, and has just published one statement in Arabic. */
async function following(watches?: readonly Watch[]): Promise<TranslatingPublisher> {
  const world = new TranslatingPublisher(BILINGUAL, watches)
  await world.pollBoth([OLD], [{ slug: 'en/old', title: 'x', text: 'Old text.' }])
  await world.pass(1_000)
  // Only what appears from now on is looked at here.
  for (const chore of world.state.chores.of('translate')) world.state.chores.done(chore)
  world.pages.set(SOURCE.url, feedPage([BRIDGE_AR, OLD]))
  await world.poll(SOURCE)
  return world
}

const BRIDGE_NUMBER = 3

async function published(world: SimulatedPublisher, number = BRIDGE_NUMBER) {
  const text = await world.kv.get(`statement:nahr-${number}`, 'json')
  return text as PublishedStatement
}

async function feed(
  world: SimulatedPublisher,
  language: 'ar' | 'en' | 'both',
  format: 'rss' | 'atom' | 'json' = 'json',
): Promise<string> {
  const bytes = await world.kv.get('snapshot:nahr', 'arrayBuffer')
  const snapshot = parseSnapshot(new Uint8Array(bytes as ArrayBuffer))
  if (snapshot === undefined) throw new Error('no snapshot')
  const request = { language, baseUrl: 'https://bayan.test', tagAuthority: 'bayan.test,2026-01-01' }
  return new TextDecoder().decode(FEED_FORMATS[format].render(feedOf(snapshot, request)))
}

interface JsonItem {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly date_published: string
  readonly authors: readonly { readonly name: string }[]
  readonly tags: readonly string[]
  readonly language: string
  readonly content_html: string
  readonly _bayan: Readonly<Record<string, unknown>>
}

async function items(world: SimulatedPublisher, language: 'ar' | 'en' | 'both') {
  return (JSON.parse(await feed(world, language)) as { items: JsonItem[] }).items
}

async function machineItem(world: SimulatedPublisher) {
  return (await items(world, 'en')).find(({ id }) => id.includes('/machine/'))
}

describe('a statement whose partner does not come', () => {
  it('is translated when its time is over, not before, and once', async () => {
    const world = await following()
    await world.hours(47)
    expect(world.asked).toEqual([])
    await world.hours(3)
    expect(world.asked.length).toBeGreaterThan(0)
    const asked = world.asked.length
    const { machine, statement } = await published(world)
    expect(machine).toMatchObject({
      language: 'en',
      contentHash: statement.contentHash,
      provider: 'libretranslate',
      model: 'translate.test',
    })
    expect(machine?.text.split('\n')).toHaveLength(2)
    await world.poll(SOURCE)
    await world.hours(100)
    expect(world.asked, 'the same wording is never translated twice').toHaveLength(asked)
  })

  it('costs one write of its own; feeds follow together', async () => {
    const world = await following()
    world.pages.set(
      SOURCE.url,
      feedPage(
        [1, 2, 3].map((n) => ({
          ...BRIDGE_AR,
          slug: `b-${n}`,
          title: `بيان ${n} عن الماء`,
          guid: `g${n}`,
          text: `نص البيان ${n} عن الماء والسوق وحده.`,
          date: `2026-01-05T0${n}:00:00Z`,
        })),
      ),
    )
    await world.poll(SOURCE)
    await world.hours(47)
    await world.tell()
    const before = { ...world.kv.writes }
    const told = world.front.length
    await world.hours(3)
    const spent = (key: string) => (world.kv.writes[key] ?? 0) - (before[key] ?? 0)
    const made = countsOf(world.translation()).made
    expect(made).toBe(4)
    expect(spent('statement')).toBe(made)
    expect(spent('snapshot')).toBe(1)
    expect(world.front.length - told, 'the front writes `all` once').toBe(1)
    expect(spent('revision') + spent('archive')).toBe(0)
    // Its row, its entry, its plan set and done; what is told of it is written as for any change.
    const { machine = 0, machine_entries: shown = 0 } = world.sql.written
    expect(machine + shown).toBe(2 * made)
  })

  it('stands in the feed of the missing language alone, marked in every format', async () => {
    const world = await following()
    await world.hours(47)
    await world.tell()
    const before = { ar: await feed(world, 'ar', 'atom'), both: await feed(world, 'both', 'rss') }
    await world.hours(3)
    const item = await machineItem(world)
    expect(item).toMatchObject({
      id: 'tag:bayan.test,2026-01-01:nahr-3/machine/en',
      url: 'https://nahr.test/jisr',
      date_published: '2026-01-05T07:00:00.000Z',
      language: 'en',
      authors: [{ name: 'River Council (Machine translation)' }],
    })
    expect(item?.title).toMatch(/^\[Machine translation\] /)
    expect(item?.tags).toContain('Machine translation')
    expect(item?._bayan).toMatchObject({
      statement: 'nahr-3',
      by: 'machine',
      provider: 'libretranslate',
      model: 'translate.test',
      original_language: 'ar',
      page: 'https://bayan.test/statements/nahr-3',
    })
    expect(item?.content_html).toMatch(/^<div dir="ltr" lang="en"><p><b>A machine made this text/)
    expect(item?.content_html).toContain('<a href="https://nahr.test/jisr">The original, in Arabic')
    const atom = await feed(world, 'en', 'atom')
    expect(atom).toContain(
      '<link rel="alternate" type="text/html" hreflang="ar" href="https://nahr.test/jisr"/>',
    )
    expect(atom).toContain('term="machine" scheme="https://bayan.test/translations"')
    const rss = await feed(world, 'en', 'rss')
    expect(rss).toContain('<title>[Machine translation] ')
    expect(rss).toContain('<category domain="https://bayan.test/translations">Machine translation')
    // Whoever reads the publisher's own words reads the same bytes as before.
    expect(await feed(world, 'ar', 'atom')).toBe(before.ar)
    expect(await feed(world, 'both', 'rss')).toBe(before.both)
  })

  it('is marked in Arabic where the machine speaks Arabic', async () => {
    const world = await following()
    world.pages.set(
      ENGLISH_SOURCE.url,
      feedPage([
        { ...BRIDGE_EN, text: 'Schools open on Sunday in the old town.', title: 'Schools open' },
      ]),
    )
    await world.poll(ENGLISH_SOURCE)
    await world.hours(50)
    const made = (await items(world, 'ar')).find(({ id }) => id.endsWith('/machine/ar'))
    expect(made?.title).toMatch(/^\[ترجمة آلية\] /)
    expect(made?.content_html).toMatch(/^<div dir="rtl" lang="ar"><p><b>نص صنعته آلة/)
    expect(made?.authors).toEqual([{ name: 'مجلس النهر (ترجمة آلية)' }])
  })
})

describe('a machine version', () => {
  it('goes when the publisher brings its own, whose entries do not move', async () => {
    const world = await following()
    await world.hours(50)
    const original = (await items(world, 'ar')).find(({ id }) => id.endsWith('nahr-3'))
    world.pages.set(ENGLISH_SOURCE.url, feedPage([BRIDGE_EN]))
    await world.poll(ENGLISH_SOURCE)
    const { statement, machine } = await published(world)
    expect(statement.translation?.by).toBe('inferred')
    expect(machine).toBeUndefined()
    const english = await items(world, 'en')
    expect(english.filter(({ id }) => id.includes('/machine/'))).toEqual([])
    expect(english[0]).toMatchObject({
      id: 'tag:bayan.test,2026-01-01:nahr-4',
      title: BRIDGE_EN.title,
      date_published: '2026-01-06T07:00:00.000Z',
    })
    const after = (await items(world, 'ar')).find(({ id }) => id.endsWith('nahr-3'))
    expect(after).toMatchObject({ id: original?.id, date_published: original?.date_published })
    // Taken apart, the version of before is there again; no machine is asked.
    const asked = world.asked.length
    world.sql.transact(() => void tieOrPart(BRIDGE_NUMBER, null, world.state, world.now))
    await world.tell()
    expect((await published(world)).machine?.language).toBe('en')
    await world.hours(50)
    expect(world.asked).toHaveLength(asked)
  })

  it('is made anew for a new wording, under the same id', async () => {
    const world = await following()
    await world.hours(50)
    const before = await machineItem(world)
    world.pages.set(
      SOURCE.url,
      feedPage([{ ...BRIDGE_AR, text: 'نص آخر تماما عن الجسر بعد التعديل.' }, OLD]),
    )
    await world.poll(SOURCE)
    const gone = await items(world, 'en')
    expect(
      gone.filter(({ id }) => id.includes('/machine/')),
      'not of a wording that is over',
    ).toEqual([])
    await world.hours(2)
    const after = await machineItem(world)
    expect(after?.id).toBe(before?.id)
    expect(after?.date_published).toBe(before?.date_published)
    expect(after?.content_html).not.toBe(before?.content_html)
  })

  it('goes with a withdrawal, and comes back with the statement', async () => {
    const world = await following()
    await world.hours(50)
    const asked = world.asked.length
    world.pages.set(SOURCE.url, feedPage([OLD]))
    world.pages.set(`https://nahr.test/${OLD.slug}`, { body: `<title>${OLD.title}</title>` })
    for (let hour = 0; hour < 40; hour += 1) {
      await world.pass(HOUR)
      await world.poll(SOURCE)
    }
    expect((await published(world)).statement.state).toBe('withdrawn')
    expect((await published(world)).machine).toBeUndefined()
    expect((await items(world, 'en')).some(({ id }) => id.includes('/machine/'))).toBe(false)
    world.pages.set(SOURCE.url, feedPage([BRIDGE_AR, OLD]))
    await world.poll(SOURCE)
    expect((await published(world)).machine?.language).toBe('en')
    expect(world.asked).toHaveLength(asked)
  })

  it('is erased with its statement, and never asked for again', async () => {
    const world = await following()
    await world.hours(50)
    const text = (await published(world)).machine?.text ?? ''
    const asked = world.asked.length
    eraseStatement(BRIDGE_NUMBER, 'asked for', world.state, world.now)
    await world.tell()
    await world.hours(50)
    const everything = [...world.kv.kept.values()]
      .map(({ value }) => new TextDecoder().decode(value))
      .join('\n')
    expect(everything).not.toContain(text)
    expect(JSON.stringify(world.sql.dump(['machine', 'machine_entries', 'chores']))).not.toContain(
      text,
    )
    expect(world.asked).toHaveLength(asked)
  })

  it('is not kept where its statement was erased, paired or edited while the machine worked', async () => {
    for (const act of ['erase', 'edit'] as const) {
      const world = await following()
      world.answer = async (piece) => {
        world.answer = undefined
        if (act === 'erase') eraseStatement(BRIDGE_NUMBER, 'x', world.state, world.now)
        else {
          world.pages.set(
            SOURCE.url,
            feedPage([{ ...BRIDGE_AR, text: 'نص آخر تماما عن الجسر بعد التعديل.' }, OLD]),
          )
          await world.poll(SOURCE)
        }
        return { kind: 'text', text: `the council said ${piece.length}` }
      }
      await world.hours(50)
      const rows = world.sql.dump(['machine'])['machine'] ?? []
      expect(rows, act).toHaveLength(act === 'erase' ? 0 : 1)
      if (act === 'edit') expect((await published(world)).machine?.text).not.toContain('said')
      expect(world.jobs.count()).toBe(0)
    }
  })

  it('survives export and import, and a rebuild from KV', async () => {
    const world = await following()
    await world.hours(50)
    const imported = new SimulatedPublisher(BILINGUAL)
    for (const one of exportPage(0, world.state).statements)
      restoreStatement(one, imported.state, world.now)
    const rebuilt = new SimulatedPublisher(BILINGUAL)
    for (const [key, value] of world.kv.kept) rebuilt.kv.kept.set(key, value)
    await rebuilt.rebuild()
    for (const other of [imported, rebuilt]) {
      // The publisher's settings come before those of translating: nothing is lost between them.
      machineRulesChanged(undefined, other.state)
      expect(other.sql.dump(['machine', 'machine_entries'])).toEqual(
        world.sql.dump(['machine', 'machine_entries']),
      )
    }
  })

  it('goes from everywhere when the operator wants none any more', async () => {
    const world = await following()
    await world.hours(50)
    const { translation: _none, ...orders } = world.state.orders()!
    world.state.saveOrders(orders)
    world.sql.transact(() => machineRulesChanged(SETTING, world.state))
    await world.tell()
    expect((await published(world)).machine).toBeUndefined()
    expect(await feed(world, 'en')).not.toContain('/machine/')
    expect(world.front.at(-1)?.machine).toEqual([{ id: 'nahr-3', entry: null }])
  })
})

describe('what is not worth a machine', () => {
  it.each([
    { because: 'there is no word in it', title: '2026', text: '12/11/2026' },
    { because: 'its publisher has ended', title: BRIDGE_AR.title, text: BRIDGE_AR.text },
  ])('is not handed out: $because', async ({ because, title, text }) => {
    const world = await following()
    world.pages.set(SOURCE.url, feedPage([{ slug: 'x', title, text }]))
    await world.poll(SOURCE)
    const orders = world.state.orders()!
    expect(world.state.statements.load(4)?.statement.title).toBe(title)
    if (because.includes('ended')) world.state.saveOrders({ ...orders, publisher: null })
    expect(handed(4, world.state, false)).toEqual({ kind: 'unwanted' })
  })

  it('waits where the day is nearly spent', async () => {
    const world = await following()
    expect(handed(BRIDGE_NUMBER, world.state, true)).toEqual({ kind: 'later' })
    expect(handed(BRIDGE_NUMBER, world.state, false)).toMatchObject({ kind: 'text', to: 'en' })
  })
})

describe('the rules of the operator', () => {
  it('ask for nothing where they are off', async () => {
    const world = await following()
    world.state.saveOrders({
      ...world.state.orders()!,
      translation: { ...SETTING, enabled: false },
    })
    world.sql.transact(() => planMachines(world.state))
    await world.hours(60)
    expect(world.asked).toEqual([])
    expect(world.state.chores.of('translate')).toEqual([])
  })

  it('reach what is newest when they are switched on, a baseline too, and tell nobody of it', async () => {
    const world = await following([{ ...WATCH, query: 'council', machine: true }])
    await world.hours(60)
    const told = world.alerts().length
    world.sql.transact(() => planMachines(world.state))
    await world.hours(1)
    expect((await published(world, 1)).machine?.language).toBe('en')
    expect(world.alerts()).toHaveLength(told)
  })

  it('decide whether statements that nobody will translate are translated', async () => {
    for (const unexpected of [false, true]) {
      const world = new TranslatingPublisher(PUBLISHER)
      world.state.saveOrders({ ...world.state.orders()!, translation: { ...SETTING, unexpected } })
      world.pages.set(SOURCE.url, feedPage([BRIDGE_AR]))
      await world.poll(SOURCE)
      await world.hours(60)
      expect(world.asked.length > 0, `unexpected: ${unexpected}`).toBe(unexpected)
    }
  })

  it('cap what is asked for on one day', async () => {
    const world = await following()
    world.setting = { ...SETTING, daily: 1 }
    world.sql.transact(() => planMachines(world.state))
    await world.hours(49)
    expect(countsOf(world.translation()).made).toBe(1)
    const next = nextTranslation(world.setting, world.translation())
    expect(new Date(next ?? 0).toISOString()).toBe('2026-01-08T00:01:00.000Z')
    await world.hours(24)
    expect(countsOf(world.translation()).made).toBe(2)
  })
})

describe('a machine that fails', () => {
  it('is left in peace, longer each time, and takes up its work', async () => {
    const world = await following()
    world.answer = async () => ({ kind: 'failed', reason: 'server', detail: 'out of memory' })
    await world.hours(48)
    await world.translate()
    expect(failingOf(world.translation())).toMatchObject({ reason: 'server', failures: 1 })
    await world.hours(24)
    expect(world.asked.length, 'one request a try: back-off to six hours').toBeLessThan(16)
    world.answer = undefined
    await world.hours(7)
    expect(failingOf(world.translation())).toBeUndefined()
    expect((await published(world)).machine?.language).toBe('en')
  })

  it('is heard where it asks for rest, or says that its day is spent', async () => {
    const world = await following()
    world.answer = async () => ({
      kind: 'failed',
      reason: 'busy',
      detail: '',
      retryAfter: 3 * 3_600,
    })
    await world.hours(49)
    const asked = world.asked.length
    await world.hours(1)
    expect(world.asked).toHaveLength(asked)
    world.answer = async () => ({ kind: 'failed', reason: 'spent', detail: '' })
    await world.hours(3)
    const next = nextTranslation(world.setting, world.translation()) ?? 0
    expect(new Date(next).toISOString()).toMatch(/T00:01:00/)
  })

  it('with one text gives that one up, and translates the others', async () => {
    const world = await following()
    world.sql.transact(() => planMachines(world.state))
    world.answer = async (text, _from, to) =>
      text.includes('الرستن')
        ? { kind: 'failed', reason: 'rejected', detail: 'no' }
        : {
            kind: 'text',
            text: to === 'en' ? 'the council opens the bridge' : 'المجلس يفتح الجسر أمام الناس',
          }
    await world.hours(48 + 40)
    const counts = countsOf(world.translation())
    expect(counts).toMatchObject({ givenUp: 1, made: 2 })
    expect(world.asked.filter((text) => text.includes('الرستن'))).toHaveLength(4)
    expect(world.jobs.count()).toBe(0)
  })

  it('delays no poll, no alert and no feed', async () => {
    const world = await following()
    world.answer = async () => ({ kind: 'failed', reason: 'timeout', detail: '' })
    await world.hours(49)
    const told = world.alerts().length
    world.pages.set(
      SOURCE.url,
      feedPage([{ ...BRIDGE_AR, slug: 'new', title: 'بيان جديد', text: 'نص جديد.' }]),
    )
    const report = await world.poll(SOURCE)
    expect(report.appeared).toBe(1)
    expect(world.alerts()).toHaveLength(told + 1)
    expect(await feed(world, 'ar')).toContain('نص جديد')
  })
})

describe('a watch', () => {
  it('is not told by a machine unless it asks for it', async () => {
    const world = await following([WATCH])
    await world.hours(50)
    expect(world.alerts()).toEqual([])
  })

  it('that asks is told once, and told that it was a machine', async () => {
    const world = await following([{ ...WATCH, machine: true }])
    await world.hours(50)
    expect(world.alerts()).toEqual(['bridge/nahr-3/1/appeared'])
    const [delivery] = world.deliveries
    const alert = delivery?.message.kind === 'alert' ? delivery.message.alert : undefined
    expect(alert?.matches).toEqual([])
    expect(alert?.machine).toMatchObject({ language: 'en', provider: 'libretranslate' })
    expect(alert?.machine?.matches.map(({ surface }) => surface)).toContain('bridge')
    // The publisher's own version shares the alert.
    world.pages.set(ENGLISH_SOURCE.url, feedPage([BRIDGE_EN]))
    await world.poll(ENGLISH_SOURCE)
    expect((await published(world)).statement.translation?.id).toBe('nahr-4')
    expect(world.alerts()).toEqual(['bridge/nahr-3/1/appeared'])
  })

  it('that was told by the statement itself is not told again', async () => {
    const world = await following([{ ...WATCH, query: 'الجسر OR جسر OR bridge', machine: true }])
    await world.hours(50)
    expect(world.alerts()).toEqual(['bridge/nahr-3/1/appeared'])
  })
})
