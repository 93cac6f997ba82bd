import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** What people read in Arabic: pages, messages, refusals, the described API, the desk's words. */
const SPOKEN = [
  ...filesIn('src', /\.tsx?$/),
  ...filesIn('public/words', /\.json$/),
  'public/api/openapi.json',
  'README.md',
]

/** Second words for one thing, and the one of the glossary that stands for it. */
const GIVEN_UP = [
  { instead: 'وجهة', of: 'endpoint', never: /نقط[ةه] (?:ال)?إرسال|نقاط (?:ال)?إرسال|هذه النقطة/ },
  { instead: 'إرسالية', of: 'delivery', never: /لا يوجد إرسال|الإرسال "\$/ },
  { instead: 'سؤال', of: 'query', never: /استعلام/ },
  { instead: 'مراقبة', of: 'watch', never: /'الرصد'|"الرصد"/ },
  { instead: 'مدخل', of: 'entry', never: /مدخلة/ },
  // No word of the table, and said to the operator in five places.
  { instead: 'رسالة تجريبية', of: undefined, never: /رسالة (?:ال)?اختبار/ },
  // The query language takes both spellings; what we write is one.
  { instead: 'الإنكليزية', of: undefined, never: /الإنجليزية(?!: 'en')/ },
]

function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => join(folder, file))
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

const rows = read('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('| **'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, word = '', arabic = '']) => ({ word, arabic }))

describe('the glossary', () => {
  it.each(rows)('has a word in Arabic for $word, and no other thing has it', ({ arabic }) => {
    expect(arabic).toMatch(/^[\u0620-\u0652\u060C() ]+$/)
    expect(rows.filter((row) => row.arabic === arabic)).toHaveLength(1)
  })

  it.each(GIVEN_UP)('has $instead, which is the one word for it', ({ instead, of, never }) => {
    if (of !== undefined)
      expect(rows.find(({ word }) => word.includes(of))?.arabic.split(/[\u060C (]+/)).toContain(
        instead,
      )
    const users = SPOKEN.filter((file) => never.test(read(file)))
    expect(users, `write ${instead}`).toEqual([])
  })

  it('is heard: the words that took the place of others are in use', () => {
    const spoken = SPOKEN.map(read).join('\n')
    for (const { instead } of GIVEN_UP) expect(spoken, instead).toContain(instead)
  })
})
