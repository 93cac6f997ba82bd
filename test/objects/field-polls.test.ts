import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/sources/source.ts'
import { FIELD_CASES } from '../sources/field/cases.ts'
import type { Answer, FieldCase } from '../sources/field/field-case.ts'
import { WALLS } from '../sources/field/wall-cases.ts'
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

async function following(one: FieldCase) {
  const source: Source = { ...SOURCE, url: one.url, language: one.language, kind: 'auto' }
  const world = new SimulatedPublisher({ ...PUBLISHER, site: one.url, sources: [source] })
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

const READ = FIELD_CASES.filter(({ statements }) => statements !== undefined)

describe('polls of the sites in the field', () => {
  it.each(READ)('keep what the preview shows, and tell nobody of it: $name', async (one) => {
    const { world } = await following(one)
    const { statements, alerts } = kept(world)
    expect(alerts).toEqual([])
    expect(new Set(statements.map(({ url }) => url))).toEqual(
      new Set(one.statements?.map(({ url }) => url)),
    )
  })

  it.each(READ.filter(({ visit }) => visit !== undefined))(
    'make nothing of another visit: $name',
    async (one) => {
      const { world, source } = await following(one)
      const before = kept(world)
      show(world, one.visit ?? {})
      world.now += 26 * HOUR
      expect(['ok', 'unchanged']).toContain(await settled(world, source))
      await world.pass(48 * HOUR)
      expect(kept(world)).toEqual(before)
    },
  )
})

describe('a site that answers a wall for a while', () => {
  const usual = FIELD_CASES.find(({ name }) => name.startsWith('a cookie wall'))
  if (usual === undefined) throw new Error('the usual site is gone')

  it.each(WALLS)('is quiet, and nothing is lost after it: $name', async ({ answer }) => {
    const { world, source } = await following(usual)
    const before = kept(world)
    // The wall stands before every page, also those of statements that are looked at again.
    const behind = new Map(world.pages)
    for (const url of behind.keys()) world.pages.set(url, pageOf(answer))
    for (let poll = 0; poll < 3; poll += 1) {
      world.now += HOUR
      expect(await settled(world, source)).not.toBe('ok')
    }
    await world.pass(30 * HOUR)
    for (const [url, page] of behind) world.pages.set(url, page)
    await settled(world, source)
    expect(kept(world)).toEqual(before)
  })

  it.each(WALLS)('is not read as the text of a new statement: $name', async ({ answer }) => {
    const { world, source } = await following(usual)
    const url = 'https://rasid.test/p/new-one'
    const list = world.pages.get(usual.url)
    const card =
      '<div class="news-card"><h3><a href="/p/new-one">بيان عاجل حول الجسر الغربي</a></h3></div>'
    const body = list?.body?.replace('<div class="list">', `<div class="list">${card}`) ?? ''
    world.pages.set(usual.url, { ...list, body })
    world.pages.set(url, pageOf(answer))
    world.now += HOUR
    await settled(world, source)
    const early = kept(world).statements.find((statement) => statement.url === url)
    expect(early?.text ?? '').toBe('')
    const text =
      'يعلن المجلس فتح الجسر الغربي أمام السيارات والمشاة، ويشكر كل من عمل في ترميمه طوال الشتاء.'
    world.pages.set(url, {
      body: `<html><head><title>بيان عاجل حول الجسر الغربي</title></head><body><main><article><h1>بيان عاجل حول الجسر الغربي</h1><p>${text}</p><p>${text}</p></article></main></body></html>`,
    })
    world.now += HOUR
    await settled(world, source)
    await world.pass(30 * HOUR)
    await settled(world, source)
    const told = world.deliveries.filter(({ endpoint }) => endpoint === 'desk')
    expect(told.length, 'told once, or once more as an edit').toBeLessThan(3)
    const late = kept(world).statements.find((statement) => statement.url === url)
    expect(late?.text).toContain('فتح الجسر الغربي أمام السيارات')
  })
})
