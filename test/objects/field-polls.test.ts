import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/sources/source.ts'
import type { Watch } from '../../src/watches/watch.ts'
import { FIELD_CASES } from '../sources/field/cases.ts'
import type { Answer, FieldCase } from '../sources/field/field-case.ts'
import { WALLS } from '../sources/field/wall-cases.ts'
import { WORDPRESS_CASES } from '../sources/field/wordpress-cases.ts'
import { type Page, PUBLISHER, SOURCE, SimulatedPublisher } from './simulated-publisher.ts'

/** The sites of `test/sources/field`, polled as a publisher's object polls them. */
const MINUTE = 60_000
const HOUR = 60 * MINUTE

function pageOf(answer: string | Answer): Page {
  return typeof answer === 'string' ? { body: answer } : answer
}

function show(world: SimulatedPublisher, pages: FieldCase['pages']): void {
  for (const [url, answer] of Object.entries(pages)) world.pages.set(url, pageOf(answer))
}

/** Polls until nothing is left to be read. */
async function settled(world: SimulatedPublisher, source: Source): Promise<string> {
  const { outcome, reason } = await world.poll(source)
  await world.pass(30 * MINUTE)
  return reason ?? outcome
}

/** Words of the first statement in either language. */
const FIRST: Watch = {
  id: 'first',
  name: 'first',
  query: 'السوق OR سوق OR market',
  publishers: [],
  languages: [],
  changes: ['appeared', 'revised', 'withdrawn', 'restored'],
  endpoints: ['desk'],
  public: false,
}

async function following(one: FieldCase) {
  const source: Source = { ...SOURCE, url: one.url, language: one.language, kind: 'auto' }
  const world = new SimulatedPublisher({ ...PUBLISHER, site: one.url, sources: [source] }, [FIRST])
  world.now = Date.parse('2026-11-26T09:00:00.000Z')
  show(world, one.pages)
  expect(await settled(world, source)).toBe('ok')
  return { world, source }
}

/** All that is kept: number of statements, their wordings, and what was told. */
function kept(world: SimulatedPublisher) {
  const statements = []
  for (let number = 1; ; number += 1) {
    const statement = world.state.statements.load(number)?.statement
    if (statement === undefined) break
    const { url, title, text, revision, state } = statement
    statements.push({ url, title, text, revision, state })
  }
  return { statements, alerts: world.alerts() }
}

/** Those of one plain list (`page-cases.ts`) differ in their pages, which the preview has read. */
const READ = FIELD_CASES.filter(
  ({ statements, url }) => statements !== undefined && !url.startsWith('https://rasid.test'),
)
const VISITED = FIELD_CASES.filter(({ visit }) => visit !== undefined)

/** A list as it was before its newest entry: entries are alike, so one period of them is cut out. */
function before({ url, pages, statements = [] }: FieldCase): string | undefined {
  const page = pages[url]
  const html = typeof page === 'string' ? page : (page?.body ?? '')
  const place = (index: number) =>
    html.indexOf(
      new URL(statements[index]?.url ?? url).pathname.split('/').findLast((name) => name !== '') ??
        '',
    )
  const [first, second] = [place(0), place(1)]
  return first > 0 && second > first ? html.slice(0, first) + html.slice(second) : undefined
}

/** Sites whose pasted page is itself the list, and whose entries begin with their links. */
const GROWING = READ.filter((one) => {
  const [first] = one.statements ?? []
  const old = before(one)
  const isMatched = /سوق|market/.test(first?.text.join(' ') ?? '')
  const isGone = old !== undefined && !old.includes(first?.title ?? '')
  return isMatched && isGone && !/rss\+xml|<urlset|hero-box/.test(old)
})

describe('polls of the sites in the field', () => {
  it.each(READ.filter((one) => !GROWING.includes(one)))(
    'keep what the preview shows, and tell nobody of it: $name',
    async (one) => {
      const { world } = await following(one)
      const { statements, alerts } = kept(world)
      expect(alerts).toEqual([])
      expect(new Set(statements.map(({ url }) => url))).toEqual(
        new Set(one.statements?.map(({ url }) => url)),
      )
    },
  )

  it.each(VISITED)('make nothing of another visit: $name', async (one) => {
    const { world, source } = await following(one)
    const before = kept(world)
    show(world, one.visit ?? {})
    world.now += 26 * HOUR
    expect(['ok', 'unchanged']).toContain(await settled(world, source))
    await world.pass(48 * HOUR)
    expect(kept(world)).toEqual(before)
  })
})

describe('the newest statement of a site in the field', () => {
  it.each(GROWING)('is told once: $name', async (one) => {
    const { world, source } = await following({
      ...one,
      pages: { ...one.pages, [one.url]: before(one) ?? '' },
    })
    const old = kept(world).statements.length
    expect(old, 'the newest is not there yet').toBe((one.statements?.length ?? 0) - 1)
    show(world, one.pages)
    world.now += HOUR
    await settled(world, source)
    await world.pass(26 * HOUR)
    const { statements, alerts } = kept(world)
    expect(statements.at(-1)?.url).toBe(one.statements?.[0]?.url)
    expect(new Set(statements.map(({ url }) => url))).toEqual(
      new Set(one.statements?.map(({ url }) => url)),
    )
    expect(statements.filter(({ revision }) => revision > 1)).toEqual([])
    expect(alerts).toHaveLength(1)
  })
})

it('a site that is redesigned three times has published nothing', async () => {
  const ADDRESS = 'https://wadi.test/category/press/'
  const designs = ['a magazine theme', 'tagDiv', 'Elementor', 'a block theme'].map((name) => {
    const one = WORDPRESS_CASES.find((known) => known.name.startsWith(name))
    if (one === undefined) throw new Error(`there is no ${name}`)
    return { ...one, url: ADDRESS, pages: { ...one.pages, [ADDRESS]: one.pages[one.url] ?? '' } }
  })
  const [first, ...others] = designs
  if (first === undefined) throw new Error('there is no design')
  const { world, source } = await following(first)
  const before = kept(world)
  for (const design of others) {
    show(world, design.pages)
    world.now += 26 * HOUR
    expect(await settled(world, source), design.name).toBe('ok')
    await world.pass(26 * HOUR)
    expect(kept(world), design.name).toEqual(before)
  }
})

it('a statement that is a picture is told by its headline at once, a file in a minute', async () => {
  const usual = FIELD_CASES.find(({ name }) => name.startsWith('a cookie wall'))
  if (usual === undefined) throw new Error('the usual site is gone')
  const { world, source } = await following(usual)
  const list = world.pages.get(usual.url)
  const cards = ['picture', 'file'].map(
    (slug) =>
      `<div class="news-card"><h3><a href="/p/${slug}">بيان حول سوق المدينة الجديد (${slug})</a></h3></div>`,
  )
  const body = list?.body?.replace('<div class="list">', `<div class="list">${cards.join('')}`)
  world.pages.set(usual.url, { ...list, body: body ?? '' })
  world.pages.set('https://rasid.test/p/picture', {
    body: '<html><body><main><h1>بيان حول سوق المدينة الجديد</h1><img src="/scan.jpg" alt=""></main></body></html>',
  })
  world.pages.set('https://rasid.test/p/file', { type: 'application/pdf', body: '%PDF-1.7 x' })
  world.now += HOUR
  await world.poll(source)
  expect(kept(world).statements.at(-1)?.text, 'the picture').toBe('بيان حول سوق المدينة الجديد')
  expect(world.alerts(), 'what the file is may not be known yet').toHaveLength(1)
  await world.pass(2 * MINUTE)
  expect(world.alerts()).toHaveLength(2)
})

describe('a site that answers walls for a while', () => {
  const usual = FIELD_CASES.find(({ name }) => name.startsWith('a cookie wall'))
  if (usual === undefined) throw new Error('the usual site is gone')

  it('is quiet, and nothing is lost after them', async () => {
    const { world, source } = await following(usual)
    const before = kept(world)
    const behind = new Map(world.pages)
    for (const { name, answer } of WALLS) {
      // Before every page, also those of statements that are looked at again.
      for (const url of behind.keys()) world.pages.set(url, pageOf(answer))
      world.now += HOUR
      expect(await settled(world, source), name).not.toBe('ok')
      await world.pass(2 * HOUR)
      expect(kept(world), name).toEqual(before)
    }
    for (const [url, page] of behind) world.pages.set(url, page)
    await settled(world, source)
    expect(kept(world)).toEqual(before)
  })

  it('are not read as texts of new statements, whose own come late', async () => {
    const { world, source } = await following(usual)
    const old = kept(world).statements.length
    const list = world.pages.get(usual.url)
    const cards = WALLS.map(
      (_, n) =>
        `<div class="news-card"><h3><a href="/p/new-${n}">بيان عاجل حول الجسر الغربي ${n}</a></h3></div>`,
    )
    const body = list?.body?.replace('<div class="list">', `<div class="list">${cards.join('')}`)
    world.pages.set(usual.url, { ...list, body: body ?? '' })
    for (const [n, { answer }] of WALLS.entries())
      world.pages.set(`https://rasid.test/p/new-${n}`, pageOf(answer))
    world.now += HOUR
    await settled(world, source)
    const early = kept(world).statements.slice(old)
    expect(early.map(({ text }) => text)).toEqual(WALLS.map(() => ''))
    const text = 'يعلن المجلس فتح الجسر الغربي أمام السيارات والمشاة، ويشكر كل من عمل في ترميمه.'
    for (const n of WALLS.keys()) {
      const title = `بيان عاجل حول الجسر الغربي ${n}`
      const main = `<main><article><h1>${title}</h1><p>${text}</p><p>${n}</p></article></main>`
      world.pages.set(`https://rasid.test/p/new-${n}`, {
        body: `<html><head><title>${title}</title></head><body>${main}</body></html>`,
      })
    }
    await world.pass(30 * HOUR)
    const late = kept(world).statements.slice(old)
    for (const statement of late) expect(statement.text, statement.url).toContain(text)
  })
})
