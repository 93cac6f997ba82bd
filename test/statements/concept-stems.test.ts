import { expect, it } from 'vitest'
import { CONCEPT_STEMS } from '../../src/statements/concept-stems-table.ts'
import { NAMES } from '../../src/statements/names-table.ts'
import { stemConcepts } from '../../src/statements/stem-concepts.ts'
import { COMMON, TOPICS } from '../../src/statements/topics-table.ts'

it.each([
  { kind: 'name', table: NAMES },
  { kind: 'topic', table: TOPICS },
  { kind: 'common', table: COMMON },
] as const)('holds the stems of every $kind (else: npm run concept-stems)', ({ kind, table }) => {
  expect(CONCEPT_STEMS[kind]).toBe(stemConcepts(table))
})

it.each([
  {
    because: 'forms of one word are one stem',
    table: 'قصف, القصف | rocket, rockets',
    stems: 'قصف,rocket',
  },
  {
    because: 'a line ends a concept too',
    table: 'ماء | water\nخبز | bread',
    stems: 'ماء,water;خبز,bread',
  },
  { because: 'a phrase is its first two words', table: 'ا ب ج | war', stems: 'ا ب,war' },
  {
    because: 'a star stays with its name',
    table: '*سوريا | syria ; حلب | aleppo',
    stems: '*سوري,syria;حلب,aleppo',
  },
])('$because', ({ table, stems }) => {
  expect(stemConcepts(table)).toBe(stems)
})
