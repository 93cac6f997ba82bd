import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Concept, conceptKeys } from '../../src/watches/concept.ts'
import { compileWatches } from '../../src/watches/compile.ts'
import { matchStatement } from '../../src/watches/match.ts'
import { conceptWords } from '../../src/watches/query-words.ts'
import { watchOf } from './ask.ts'

const { concepts } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../concepts/syria.json'), 'utf8'),
) as { concepts: readonly Concept[] }

function found(query: string, text: string): string[] {
  const compiled = compileWatches([watchOf(query)], concepts)
  expect(compiled.refused.size, query).toBe(0)
  return (matchStatement(compiled, { title: '', text, publisher: 'p' })[0]?.matches ?? []).map(
    ({ surface }) => surface,
  )
}

describe('the starter concepts', () => {
  it('are terms that can be looked for, in both languages', () => {
    expect(concepts.length).toBeGreaterThan(60)
    for (const { id, terms } of concepts) {
      expect(id).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)
      for (const term of terms) expect(typeof conceptWords(term), `${id}: ${term}`).toBe('object')
      expect(
        terms.some((term) => /\p{Script=Arabic}/u.test(term)),
        id,
      ).toBe(true)
      expect(
        terms.some((term) => /[A-Za-z]/.test(term)),
        id,
      ).toBe(true)
    }
  })

  it('have names that no two share', () => {
    const owners = new Map<string, string>()
    for (const concept of concepts) {
      for (const key of conceptKeys(concept)) {
        expect(owners.get(key) ?? concept.id, key).toBe(concept.id)
        owners.set(key, concept.id)
      }
    }
  })

  it.each([
    { query: '@idlib', text: 'في ريف إدلب', shown: ['إدلب'], because: 'the Arabic name' },
    { query: '@idlib', text: 'south of Edleb', shown: ['Edleb'], because: 'another spelling' },
    { query: '@إدلب', text: 'in Idlib', shown: ['Idlib'], because: 'asked for in Arabic' },
    {
      query: '@Chemical_weapons',
      text: 'استخدم النظام الأسلحةَ الكيماوية',
      shown: ['الأسلحةَ الكيماوية'],
      because: 'the plural',
    },
    {
      query: '@chemical-weapons',
      text: 'a chemical attack with chemical weapons',
      shown: ['chemical attack', 'chemical weapons'],
      because: 'in English',
    },
    {
      query: '@deir-ez-zor',
      text: 'from Deir ez-Zor to Deir Ezzor',
      shown: ['Deir ez-Zor', 'Deir Ezzor'],
      because: 'with and without a hyphen',
    },
    { query: '@assad', text: 'قوات بشار الأسد', shown: ['بشار الأسد'], because: 'the longest term' },
    {
      query: '@isis',
      text: 'the goddess Isis',
      shown: ['Isis'],
      because: 'a list says what it says',
    },
    {
      query: '@assad NEAR/4 @sarin',
      text: 'الأسد استخدم غاز السارين',
      shown: ['الأسد', 'السارين'],
      because: 'near another',
    },
    { query: 'title:@homs', text: 'في حمص', shown: [], because: 'in the headline only' },
  ])('$query in "$text": $because', ({ query, text, shown }) => {
    expect(found(query, text)).toEqual(shown)
  })
})
