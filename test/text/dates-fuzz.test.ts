import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDate } from '../../src/text/dates.ts'

/** FUZZ_RUNS=100000 makes the long run (CONTRIBUTING). */
const numRuns = Number(process.env.FUZZ_RUNS ?? 2_000)

/** What dates are made of, so that many of the texts come near to one. */
const PIECES = [
  '26',
  '3',
  '٢٦',
  '۸',
  '2018',
  '٢٠١٨',
  '1441',
  '18',
  '201814',
  '0',
  '00',
  '99',
  '20181126',
  'تشرين',
  'الثاني',
  'ثاني',
  'كانون',
  'نوفمبر',
  'أيّار',
  'مايو',
  'رمضان',
  'May',
  'Nov',
  'T',
  'Z',
  'هـ',
  'م',
  'ص',
  'مساءً',
  'pm',
  'p.m.',
  'الموافق',
  'بتوقيت',
  'غرينتش',
  'UTC',
  'GMT',
  'EST',
  'of',
  'من',
  '/',
  '-',
  ':',
  '.',
  ',',
  '،',
  '|',
  '(',
  ')',
  '\\',
  '+',
  ' ',
  '\n',
  '\u200F',
  'ـ',
  '\uD800',
  '🜨',
  '<b>',
  '&nbsp;',
]

const dateLike = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string()), {
    maxLength: 24,
  })
  .map((pieces) => pieces.join(''))

it('whatever the text, a date is an instant of our centuries or nothing', () => {
  fc.assert(
    fc.property(dateLike, fc.integer({ min: -840, max: 840 }), (text, utcOffset) => {
      const date = parseDate(text, { utcOffset })
      if (date === undefined) return
      expect(date).toMatch(/^(19|2[012])\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    }),
    { numRuns },
  )
})

it('a day that was written comes back, in every shape', () => {
  const day = fc.date({
    min: new Date('1971-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  })
  const names = [
    'كانون ثاني',
    'شباط',
    'آذار',
    'نيسان',
    'أيّار',
    'حزيران',
    'تمّوز',
    'آب',
    'أيلول',
    'تشرين أول',
    'تشرين الثاني',
    'كانون الأوّل',
  ]
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10)
      const [year = '', month = '', number = ''] = iso.split('-')
      const name = names[Number(month) - 1] ?? ''
      const arabicDigits = (text: string) =>
        text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
      const shapes = [
        iso,
        `${number}/${month}/${year}`,
        `${year}/${Number(month)}/${Number(number)}`,
        `${arabicDigits(number)} ${name}، ${arabicDigits(year)}`,
        `${name} ${Number(number)}, ${year}`,
        date.toUTCString().replace(/\d\d:\d\d:\d\d/, '00:00:00'),
        `${number}${name}${year}`,
      ]
      for (const shape of shapes) expect(parseDate(shape), shape).toBe(`${iso}T00:00:00.000Z`)
    }),
    { numRuns: Math.ceil(numRuns / 10) },
  )
})
