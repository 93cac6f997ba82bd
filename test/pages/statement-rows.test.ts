import { expect, it } from 'vitest'
import { statementRows } from '../../src/pages/statement-rows.ts'
import { type Sample, entry, pair, snapshotEntry } from './page-sample.ts'

const [arabic, english] = pair()
const alone = entry({ id: 'nahr-3' })
const noPartner = entry({ id: 'nahr-4', translation: arabic.translation })

function ids(entries: readonly Sample[], most = 10): string[] {
  return statementRows(entries.map(snapshotEntry), most).map(
    ({ ar, en }) => `${ar?.id ?? ''}|${en?.id ?? ''}`,
  )
}

it.each([
  { because: 'a pair is one row', entries: [arabic, english], rows: ['nahr-1|nahr-2'] },
  { because: 'whichever is newer', entries: [english, arabic], rows: ['nahr-1|nahr-2'] },
  {
    because: 'the row stands where the newer part is',
    entries: [english, alone, arabic],
    rows: ['nahr-1|nahr-2', 'nahr-3|'],
  },
  { because: 'the partner has scrolled away', entries: [arabic], rows: ['nahr-1|'] },
  {
    because: 'a partner is given away once',
    entries: [arabic, english, noPartner],
    rows: ['nahr-1|nahr-2', 'nahr-4|'],
  },
  {
    because: 'two statements in one language are no pair',
    entries: [
      { ...alone, translation: { ...english.translation!, id: 'nahr-1' } },
      { ...arabic, translation: null },
    ],
    rows: ['nahr-3|', 'nahr-1|'],
  },
  {
    because: 'a statement that names itself stands alone',
    entries: [{ ...alone, translation: { ...english.translation!, id: 'nahr-3' } }],
    rows: ['nahr-3|'],
  },
])('$rows: $because', ({ entries, rows }) => {
  expect(ids(entries)).toEqual(rows)
})

it('counts rows, not statements', () => {
  expect(ids([arabic, english, alone], 1)).toEqual(['nahr-1|nahr-2'])
})
