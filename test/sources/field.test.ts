import { describe, expect, it } from 'vitest'
import { readPage } from '../../src/sources/read-page.ts'
import { sourceWith } from './documents.ts'
import { FIELD_CASES } from './field/cases.ts'
import { previewed, siteOf } from './field/field-site.ts'
import { WALLS } from './field/wall-cases.ts'

/**
 * Whole sites as they are met in the field, written without looking at the code, and what a careful
 * person would say that they publish. `auto` is given the address that an operator would paste.
 */
describe('what is read at a pasted address', () => {
  it.each(FIELD_CASES.filter(({ refused }) => refused === undefined))('$name', async (one) => {
    const { kind = 'any', language, statements = [] } = one
    const got = await previewed(one)
    expect(got.refused).toBeUndefined()
    if (kind !== 'any') expect(got.kind).toBe(kind)
    expect(got.statements.map(({ url }) => url)).toEqual(statements.map(({ url }) => url))
    const [shown, wanted] = [
      got.statements.map((seen, index) => {
        const day = statements[index]?.published
        const published = day == null ? seen.published : seen.published?.slice(0, day.length)
        const { refused: _, ...rest } = seen
        return { ...rest, published }
      }),
      statements.map((statement) => ({ language, ...statement })),
    ]
    expect(shown).toEqual(wanted)
  })

  it.each(FIELD_CASES.filter(({ refused }) => refused !== undefined))(
    'nothing: $name',
    async (one) => {
      const got = await previewed(one)
      expect(got.statements).toEqual([])
      expect(one.refused).toContain(got.refused)
    },
  )
})

it.each(WALLS)('in the place of a statement’s page is no text: $name', async ({ answer }) => {
  const url = 'https://walls.test/p/1'
  const entry = { url, title: 'بيان عاجل حول الجسر الغربي' }
  const reading = await readPage(entry, sourceWith(), siteOf({ [url]: answer }), 'agent')
  expect(reading).toMatchObject({ kind: 'refused' })
})
