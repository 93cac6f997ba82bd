import { describe, expect, it } from 'vitest'
import {
  type VolatilePart,
  isSameButVolatile,
  isVolatile,
  observed,
} from '../../src/statements/volatility.ts'

const body = 'يفتح الجسر يوم الأحد أمام الجميع بعد إصلاحه.\nيشكر المجلس كل من ساعد في العمل.'
const page = (n: number) => `${body}\nقرأ هذا الخبر ${n} من الزوار`

/** Looks at statements, each as texts one after the other. */
function looked(statements: readonly (readonly string[])[]): readonly VolatilePart[] {
  let parts: readonly VolatilePart[] = []
  statements.forEach((texts, number) => {
    for (let at = 1; at < texts.length; at += 1)
      parts = observed(texts[at - 1] ?? '', texts[at] ?? '', number, parts)
  })
  return parts
}

describe('parts that change by themselves', () => {
  it('are learned from a counter in two statements', () => {
    const parts = looked([
      [page(3), page(9), page(14)],
      [page(1), page(2), page(8)],
    ])
    expect(parts.map(isVolatile)).toEqual([true])
    expect(isSameButVolatile(page(14), page(5_000), parts)).toBe(true)
    expect(isSameButVolatile(page(14), page(15).replace('الأحد', 'الاثنين'), parts)).toBe(false)
  })

  it('are not learned from one statement: a toll is corrected too', () => {
    const parts = looked([[page(3), page(9), page(14), page(20), page(31)]])
    expect(parts.some(isVolatile)).toBe(false)
    expect(isSameButVolatile(page(31), page(32), parts)).toBe(false)
  })

  it('are learned from a list of other headlines under one heading', () => {
    const withList = (...list: string[]) => [body, 'اقرأ أيضا', ...list].join('\n')
    const parts = looked([
      [
        withList('افتتاح مدرسة', 'حفل توزيع جوائز'),
        withList('مباراة اليوم', 'طقس الغد'),
        withList('خبر عاجل', 'سوق جديد'),
      ],
      [withList('لقاء', 'زيارة'), withList('ندوة', 'معرض'), withList('مؤتمر', 'جولة')],
      [withList('قرار', 'بلاغ'), withList('دعوة', 'عرض'), withList('سباق', 'حفل')],
    ])
    expect(parts.map(({ key }) => key)).toEqual(['below:اقرا ايضا'])
    expect(isSameButVolatile(withList('شيء', 'آخر'), withList('غيره', 'وغيره'), parts)).toBe(true)
  })

  it('are learned from the day of the visit at the head of pages', () => {
    const on = (day: string) => `${day}\n${body}`
    const parts = looked([
      [on('الأحد، 4 أيار، 2025'), on('الاثنين، 5 أيار، 2025'), on('الثلاثاء، 6 حزيران، 2025')],
      [on('السبت، 7 حزيران، 2025'), on('الأحد، 8 حزيران، 2025'), on('الاثنين، 9 حزيران، 2025')],
    ])
    expect(isSameButVolatile(on('الجمعة، 1 آب، 2025'), on('السبت، 2 آب، 2025'), parts)).toBe(true)
  })

  it('are not learned from first lines that were edited once in many statements', () => {
    const opened = (day: string) => `يفتح الجسر ${day}\n${body}`
    const parts = looked(
      Array.from({ length: 9 }, () => [opened('صباحا'), opened('مساء')] as const),
    )
    expect(parts.some(isVolatile)).toBe(false)
  })

  it('are never learned from a text that was written anew', () => {
    const anew = (n: number) => `نص ${n}\nفيه ${n} سطور\nكلها أخرى ${n}`
    expect(
      looked([
        [anew(1), anew(2), anew(3), anew(4)],
        [anew(5), anew(6)],
      ]),
    ).toEqual([])
  })

  it('count where the operator says so, and do not where the operator says that', () => {
    const [part] = looked([
      [page(3), page(9), page(14)],
      [page(1), page(2), page(8)],
    ])
    if (part === undefined) throw new Error('nothing was seen')
    expect(isSameButVolatile(page(1), page(2), [{ ...part, verdict: 'counts' }])).toBe(false)
    const [once] = looked([[page(3), page(9)]])
    if (once === undefined) throw new Error('nothing was seen')
    expect(isSameButVolatile(page(1), page(2), [{ ...once, verdict: 'ignored' }])).toBe(true)
  })
})
