import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameText, textSketch } from '../../src/statements/text-sketch.ts'

const WORDS =
  'أكد المجلس في بيان له أن القصف على الأحياء السكنية في المدينة أوقع ضحايا بين المدنيين وأن فرق الإنقاذ تعمل منذ الفجر على رفع الأنقاض وسط نقص حاد في المعدات وطالب المجتمع الدولي بتحمل مسؤولياته ووقف الهجمات فورا وفتح ممرات آمنة لإيصال المساعدات إلى المحاصرين وتقديم المسؤولين عنها إلى العدالة الدولية دون إبطاء وشدد على أن الصمت عن هذه الجرائم يشجع على تكرارها في كل يوم وفي كل بلدة من بلدات الريف الجنوبي التي تتعرض لحصار خانق منذ أشهر طويلة وختم بالدعوة إلى جلسة طارئة'.split(
    ' ',
  )
const TEXT = WORDS.join(' ')
const changed = (at: number, by: string) => WORDS.map((word, n) => (n === at ? by : word)).join(' ')

describe('a text published again', () => {
  it.each([
    { other: TEXT, same: true, because: 'it is the same' },
    { other: `${TEXT}.`, same: true, because: 'a full stop is no word' },
    { other: TEXT.replace('أكد', 'أكَّد'), same: true, because: 'marks are folded' },
    { other: changed(20, 'الطوارئ'), same: true, because: 'one word of ninety differs' },
    { other: `${TEXT} والله الموفق`, same: true, because: 'a closing was added' },
    { other: `${TEXT} 14`, same: true, because: 'a counter stands at its foot' },
    {
      other: WORDS.toReversed().join(' '),
      same: false,
      because: 'the same words in another order are another text',
    },
    {
      other: [...WORDS.slice(0, 45), ...WORDS.slice(0, 45)].join(' '),
      same: false,
      because: 'half of it is another text',
    },
  ])('$same: $because', ({ other, same }) => {
    expect(isSameText(textSketch(TEXT), textSketch(other))).toBe(same)
  })

  it('is not another number of dead', () => {
    const [one, other] = [`${TEXT} قتل 14 مدنيا`, `${TEXT} قتل 15 مدنيا`]
    expect(isSameText(textSketch(one), textSketch(other))).toBe(false)
    expect(isSameText(textSketch(one), textSketch(one.replace('14', '١٤')))).toBe(true)
  })

  it('is never told of a text too short to tell', () => {
    const short = WORDS.slice(0, 20).join(' ')
    expect(textSketch(short)).toBe('')
    expect(isSameText(textSketch(short), textSketch(short))).toBe(false)
  })

  it('is known whatever the text, and short to keep', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 60 }), (words) => {
        const sketch = textSketch(words.join(' '))
        expect(sketch.length).toBeLessThanOrEqual(660)
        if (sketch !== '') expect(isSameText(sketch, textSketch(words.join('\n')))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

interface NearCase {
  readonly id: string
  readonly because: string
  readonly a: { readonly title: string; readonly text: string }
  readonly b: { readonly title: string; readonly text: string }
  readonly same: boolean
}

const CASES = JSON.parse(
  readFileSync(join(import.meta.dirname, 'near-duplicates.json'), 'utf8'),
) as NearCase[]

describe('cases that were written before the sketch was fitted', () => {
  it.each(CASES)('$id: $because', ({ a, b, same }) => {
    const sketch = ({ title, text }: NearCase['a']) => textSketch(`${title}\n${text}`)
    expect(isSameText(sketch(a), sketch(b))).toBe(same)
  })
})

it('tells the first of a series from the second', () => {
  const [one, other] = [`${TEXT} بيان 1`, `${TEXT} بيان 2`]
  expect(isSameText(textSketch(one), textSketch(other))).toBe(false)
})

it('tells sixty short statements from one mould apart, whichever number one holds besides', () => {
  // "two" stands in each: the numbers of the second lie within those of every other.
  const mould = (n: number) =>
    `On the lighthouse: statement ${n}\nThe council says about statement ${n} that the lighthouse stays lit.\nParagraph two of statement ${n} names the harbour, the pier and the tide of that day.`
  const sketches = Array.from({ length: 60 }, (_, n) => textSketch(mould(n + 1)))
  const alike = sketches.flatMap((one, n) =>
    sketches
      .slice(0, n)
      .flatMap((other, m) => (isSameText(one, other) ? [`${m + 1}~${n + 1}`] : [])),
  )
  expect(sketches).not.toContain('')
  expect(alike).toEqual([])
})

it('is no copy of a text that says every number: nobody takes the alerts of a mould', () => {
  const words = Array.from(
    { length: 200 },
    (_, n) => `word${String.fromCodePoint(97 + (n % 26))}${'x'.repeat(n % 17)}`,
  )
  const bulletin = (count: string) => textSketch(`${words.join(' ')} rose to ${count}`)
  const everyNumber = Array.from({ length: 30 }, (_, n) => n + 1).join(' ')
  expect(isSameText(bulletin(everyNumber), bulletin('14'))).toBe(false)
  expect(isSameText(bulletin('14'), bulletin('12 November 2026 14'))).toBe(true)
})
