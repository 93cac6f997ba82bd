import { describe, expect, it } from 'vitest'
import { parseDate } from '../../src/text/dates.ts'

/** A day alone is that day at 00:00 UTC. */
const at = (day: string) => (day.length === 10 ? `${day}T00:00:00.000Z` : day)

describe('Arabic dates', () => {
  it.each([
    {
      text: '30 تشرين الأول/أكتوير 2018',
      date: '2018-10-30',
      because: 'October is misspelt on every October page',
    },
    { text: '26 شباط/فبراير 2016', date: '2016-02-26', because: 'both names of one month' },
    {
      text: 'الثلاثاء, 08 تشرين الأول/أكتوير 2019',
      date: '2019-10-08',
      because: 'Latin comma, padded day',
    },
    { text: '26 نوفمبر 2018 م', date: '2018-11-26', because: 'م behind a year is AD' },
    {
      text: 'الكاتب : أسرة التحرير التاريخ : 26 نوفمبر 2018 م المشاهدات : 321',
      date: '2018-11-26',
      because: 'a header line run together',
    },
    { text: '19 مايو 2023', date: '2023-05-19', because: 'Egyptian month' },
    { text: '٨ يونيو ٢٠١٨', date: '2018-06-08', because: 'Arabic-Indic digits' },
    { text: '۸ یونیو ۲۰۱۸', date: '2018-06-08', because: 'Persian digits and yeh' },
    {
      text: 'الخميس ٢٤ ديسمبر ٢٠٢٠ - ٠٧:١٩',
      date: '2020-12-24T07:19:00.000Z',
      because: 'a time behind a dash',
    },
    {
      text: 'الجمعة ٠٩ مارس ٢٠١٨ ١٢:٥٩ بتوقيت غرينتش',
      date: '2018-03-09T12:59:00.000Z',
      because: 'Greenwich is named, the offset is not used',
      utcOffset: 180,
    },
    { text: '4 يونيو, 2012 - 6:21 مساءً', date: '2012-06-04T18:21:00.000Z', because: 'evening' },
    { text: '4 يونيو, 2012 - 6:21 صباحاً', date: '2012-06-04T06:21:00.000Z', because: 'morning' },
    { text: 'فبراير 9, 2026 - 10:09', date: '2026-02-09T10:09:00.000Z', because: 'month first' },
    { text: 'الأحد, مايو 18, 2025', date: '2025-05-18', because: 'weekday and month first' },
    {
      text: 'الأحد، 29 مارس 2015 08:22 م',
      date: '2015-03-29T20:22:00.000Z',
      because: 'م behind a time is PM',
    },
    {
      text: 'السبت 02 نوفمبر 2019 4:44 م',
      date: '2019-11-02T16:44:00.000Z',
      because: 'PM, one digit',
    },
    {
      text: 'السبت 02 نوفمبر 2019 12:05 ص',
      date: '2019-11-02T00:05:00.000Z',
      because: 'twelve in the morning is midnight',
    },
    {
      text: 'السبت24/8/2019 م13:53:42',
      date: '2019-08-24T13:53:42.000Z',
      because: 'no spaces, PM said twice',
    },
    {
      text: 'أحد, 27/10/2019 - 08:05',
      date: '2019-10-27T05:05:00.000Z',
      because: 'the zone of the source',
      utcOffset: 180,
    },
    { text: 'الأحد, 3 يوليو - 2022', date: '2022-07-03', because: 'a dash before the year' },
    { text: '08 أيّار/مايو 2020', date: '2020-05-08', because: 'a shadda in the month' },
    { text: '8 أيّار/ مايو 2020', date: '2020-05-08', because: 'a space behind the slash' },
    {
      text: 'الثلاثاء، 25 يناير/ كانون الثاني، 2011، 01:23 GMT',
      date: '2011-01-25T01:23:00.000Z',
      because: 'Egyptian first, then Levantine',
    },
    { text: 'الخميس 2019/03/28', date: '2019-03-28', because: 'year first' },
    { text: 'الثلاثاء، 2018/11/20', date: '2018-11-20', because: 'year first, Arabic comma' },
    { text: '23-11-2019 | 12:47', date: '2019-11-23T12:47:00.000Z', because: 'dashes, day first' },
    {
      text: '2023.04.04 | 13:19 دمشق',
      date: '2023-04-04T10:19:00.000Z',
      because: 'a place is the zone of the source',
      utcOffset: 180,
    },
    {
      text: 'الخميس 7/3/1429 هـ - الموافق 13/3/2008 م (آخر تحديث) الساعة 16:25 (مكة المكرمة)',
      date: '2008-03-13T13:25:00.000Z',
      because: 'the Gregorian half, the time of Mecca',
    },
    {
      text: '1446/06/02 هـ الموافق: 03/12/2024 مـ',
      date: '2024-12-03',
      because: 'Hijri first, tatweel in م',
    },
    {
      text: '15 رمضان 1441 هـ الموافق 08 مايو 2020 م',
      date: '2020-05-08',
      because: 'a Hijri month by name',
    },
    {
      text: '08 مايو 2020 م الموافق 15 رمضان 1441 هـ',
      date: '2020-05-08',
      because: 'the Gregorian half may stand first',
    },
    {
      text: '٣٠ تشرين أول ٢٠١٨',
      date: '2018-10-30',
      because: 'the Levantine pair without its article',
    },
    { text: '٢٦ تشرين ثاني، ٢٠١٨', date: '2018-11-26', because: 'the date line of etilaf.org' },
    { text: '16 تشرين ثاني، 2019', date: '2019-11-16', because: 'the same with Latin digits' },
    { text: '29 تشرين الثاني، 2016', date: '2016-11-29', because: 'تشرين الثاني is November' },
    { text: '31 كانون ثاني 2018', date: '2018-01-31', because: 'كانون ثاني is January' },
    { text: '5 كانون الأول 2018', date: '2018-12-05', because: 'كانون الأول is December' },
    { text: '05 أيلول، 2018', date: '2018-09-05', because: 'hamza on the alef' },
    { text: '05 ايلول 2018', date: '2018-09-05', because: 'no hamza' },
    { text: '٣ آب ٢٠١٧', date: '2017-08-03', because: 'madda on the alef' },
    { text: '26 / 3 / 2014', date: '2014-03-26', because: 'spaces around the slashes' },
    { text: '(08/12/2011)', date: '2011-12-08', because: 'brackets' },
    { text: '31\\7\\2015', date: '2015-07-31', because: 'back slashes' },
    { text: 'دمشق في31 /7 / 2015', date: '2015-07-31', because: 'letters glued to the day' },
    { text: '17-11-2014', date: '2014-11-17', because: 'dashes' },
    { text: '07-09-2012', date: '2012-09-07', because: 'day before month, always' },
    { text: '20.4.2018', date: '2018-04-20', because: 'dots' },
    { text: '5 مايو/ أيار 2019', date: '2019-05-05', because: 'Egyptian then Levantine' },
    { text: '25 تشرين أول/ أكتوبر 2015', date: '2015-10-25', because: 'no article, both names' },
    { text: '8 ديسمبر/كانون الأول 2024:', date: '2024-12-08', because: 'a colon behind' },
    { text: '1 من تشرين الأول 2019', date: '2019-10-01', because: '"من" between day and month' },
    {
      text: '\u200F26 تشـرين الثـاني 2018\u200F',
      date: '2018-11-26',
      because: 'bidi marks and tatweel',
    },
    { text: '12 غشت 2021', date: '2021-08-12', because: 'Moroccan August' },
    { text: '12 جويلية 2021', date: '2021-07-12', because: 'Tunisian July' },
    { text: '15 رمضان 1441 هـ', date: '2020-05-08', because: 'Hijri alone' },
    { text: '7/3/1429 هـ', date: '2008-03-15', because: 'Hijri by number' },
    { text: '1446/06/02 هـ', date: '2024-12-03', because: 'Hijri by number, year first' },
    { text: '٢ ذو القعدة ١٤٤٥', date: '2024-05-10', because: 'a Hijri month needs no mark' },
    {
      text: '7/3/1429 هـ 13/3/2008 م',
      date: '2008-03-13',
      because: 'the Gregorian twin without a word between',
    },
    {
      text: '26 نوفمبر 2018 م 10:30',
      date: '2018-11-26T10:30:00.000Z',
      because: 'م behind a year is no afternoon, though a time follows',
    },
    { text: '26 نوفمبر من عام 2018', date: '2018-11-26', because: 'small words between' },
    {
      text: '26 تشرين الثاني نوفمبر 2018',
      date: '2018-11-26',
      because: 'two names and nothing between',
    },
    { text: '3 سبتمير 2018', date: '2018-09-03', because: 'beh read as yeh' },
    {
      text: '26 نوفمبر 2018 الساعة 1:15 ظهرا',
      date: '2018-11-26T13:15:00.000Z',
      because: 'noon is in the afternoon',
    },
    {
      text: '26 نوفمبر 2018 11:15 ليلا',
      date: '2018-11-26T23:15:00.000Z',
      because: 'late at night',
    },
    {
      text: '26 نوفمبر 2018 الساعة 9 مساءً',
      date: '2018-11-26T21:00:00.000Z',
      because: 'an hour alone',
    },
  ])('$text: $because', ({ text, date, utcOffset }) => {
    expect(parseDate(text, { utcOffset })).toBe(at(date))
  })
})

describe('other dates', () => {
  it.each([
    { text: '2018-10-22', date: '2018-10-22', because: 'ISO day' },
    { text: '2018-10-22T10:20:30Z', date: '2018-10-22T10:20:30.000Z', because: 'ISO instant' },
    {
      text: '2018-10-22T10:20:30.5+03:00',
      date: '2018-10-22T07:20:30.500Z',
      because: 'fraction and offset',
    },
    {
      text: '2018-10-22T10:20',
      date: '2018-10-22T07:20:00.000Z',
      because: 'ISO without a zone',
      utcOffset: 180,
    },
    {
      text: '2018-10-22 10:20:30 -0500',
      date: '2018-10-22T15:20:30.000Z',
      because: 'a space for the T',
    },
    { text: '16/01/2024', date: '2024-01-16', because: 'day first' },
    {
      text: 'التاريخ - 2018-04-14 3:41 PM المشاهدات 938',
      date: '2018-04-14T15:41:00.000Z',
      because: 'a view counter follows',
    },
    {
      text: 'Saturday, 10 August 2019 21:37',
      date: '2019-08-10T21:37:00.000Z',
      because: 'English page date',
    },
    { text: 'Thursday, 11 October 2018', date: '2018-10-11', because: 'weekday' },
    { text: '23 May 2017', date: '2017-05-23', because: 'plain' },
    { text: 'March 19, 2018 in Press Releases', date: '2018-03-19', because: 'words behind' },
    { text: 'June 24, 2020', date: '2020-06-24', because: 'month first' },
    { text: 'Sunday, 4 May , 2025', date: '2025-05-04', because: 'a space before the comma' },
    { text: '08 MAY 2020', date: '2020-05-08', because: 'capitals' },
    {
      text: '25 July 201814:57',
      date: '2018-07-25T14:57:00.000Z',
      because: 'the time glued to the year',
    },
    { text: '07:50 | 08 May 2020', date: '2020-05-08T07:50:00.000Z', because: 'the time first' },
    {
      text: 'Thu, 28 Oct 2021 18:38:20 +0000',
      date: '2021-10-28T18:38:20.000Z',
      because: 'RFC 822',
    },
    {
      text: 'Thu, 28 Oct 2021 18:38:20 EST',
      date: '2021-10-28T23:38:20.000Z',
      because: 'a zone by name',
    },
    {
      text: 'Thu, 28 Oct 21 18:38:20 GMT',
      date: '2021-10-28T18:38:20.000Z',
      because: 'RFC 822 had two digits',
    },
    {
      text: 'Fri, 31 Dec 1999 23:59:60 GMT',
      date: '1999-12-31T23:59:59.000Z',
      because: 'a leap second',
    },
    { text: '2020. 05. 11.', date: '2020-05-11', because: 'dots and spaces' },
    { text: '30/09/2015', date: '2015-09-30', because: 'day first' },
    {
      text: '28 October 2021 21:05 UTC / GMT + 2',
      date: '2021-10-28T19:05:00.000Z',
      because: 'an offset in words',
    },
    { text: '8 de mayo 2020', date: '2020-05-08', because: 'Spanish' },
    { text: '8 août 2020', date: '2020-08-08', because: 'French' },
    { text: '26-Nov-2018', date: '2018-11-26', because: 'dashes around a name' },
    { text: '2018-Nov-26', date: '2018-11-26', because: 'the year first' },
    {
      text: 'Thursday, 28-Oct-21 18:38:20 GMT',
      date: '2021-10-28T18:38:20.000Z',
      because: 'RFC 850',
    },
    {
      text: 'Thu Oct 28 18:38:20 2021',
      date: '2021-10-28T18:38:20.000Z',
      because: "C's asctime",
    },
    {
      text: 'Thu Oct 28 18:38:20 EST 2021',
      date: '2021-10-28T23:38:20.000Z',
      because: 'asctime with a zone',
    },
    { text: '20181126', date: '2018-11-26', because: 'ISO 8601, basic form' },
    {
      text: '20181126T101500Z',
      date: '2018-11-26T10:15:00.000Z',
      because: 'the basic form with a time',
    },
    { text: '1st of June 2021', date: '2021-06-01', because: 'an ordinal' },
    {
      text: '2018-10-22T10:20:30+03',
      date: '2018-10-22T07:20:30.000Z',
      because: 'an offset of hours only',
    },
    {
      text: '10 August 2019 21:37 - 12 comments',
      date: '2019-08-10T21:37:00.000Z',
      because: 'a dash is no offset',
    },
    {
      text: '26 November, 2018 at 3:05 pm',
      date: '2018-11-26T15:05:00.000Z',
      because: 'English half of the day',
    },
    {
      text: '26 Nov 2018 10:00:00 AST',
      date: '2018-11-26T07:00:00.000Z',
      because: 'an unknown zone is that of the source',
      utcOffset: 180,
    },
  ])('$text: $because', ({ text, date, utcOffset }) => {
    expect(parseDate(text, { utcOffset })).toBe(at(date))
  })
})

describe('no date', () => {
  it.each([
    { text: '', because: 'nothing' },
    { text: '26 كانون شباط، 2016', because: 'two months in one' },
    { text: '26 أيار/حزيران 2016', because: 'two different months' },
    { text: '٢٠١٨ تشرين ثاني، ٢٠١٨', because: 'the reading machine lost the day' },
    { text: '15 تشرين الأول', because: 'no year' },
    { text: 'الخميس ٤ تشرين أول', because: 'no year' },
    { text: 'اليوم (25 تموز)', because: 'no year' },
    { text: 'Wednesday (25 July)', because: 'no year' },
    { text: '1 من تشرين الأول', because: 'no year' },
    { text: 'أيلول / سبتمبر المنصرم', because: 'no day, no year' },
    { text: 'الواحد والعشرين من آب', because: 'a day in words, no year' },
    { text: '~ 21:05 Damascus local time', because: 'a time is no day' },
    { text: '7-8/12/2011', because: 'two days' },
    { text: '31 رمضان 1441 هـ', because: 'no Hijri month has 31 days' },
    { text: '7/13/1429 هـ', because: 'no calendar has a thirteenth month' },
    { text: '15 رمضان', because: 'Hijri without a year' },
    { text: '15 رمضان 1250 هـ', because: 'before the table of Umm al-Qura' },
    { text: 'post 20181126', because: 'eight digits behind a word are a number' },
    { text: '26 Nov 18', because: 'two digits and no time' },
    { text: '05/23/2017', because: 'the American order is not assumed' },
    { text: '31/02/2020', because: 'February has no 31' },
    { text: '2019-02-29', because: '2019 is no leap year' },
    { text: '0000-00-00 00:00:00', because: 'the empty date of a database' },
    { text: '1970-01-01T00:00:00Z', because: 'the zero of a machine' },
    { text: '23/05/17', because: 'which is the year?' },
    { text: 'أمس الأحد', because: 'relative' },
    { text: '3 days ago', because: 'relative' },
    { text: 'Maybe 5, 2020 things', because: '"may" inside a word' },
    { text: '5 مايوركا 2020', because: 'a month inside a word' },
    { text: 'المشاهدات : 2018', because: 'a counter' },
    { text: '12018-10-22', because: 'five digits are no year' },
  ])('$text: $because', ({ text }) => {
    expect(parseDate(text)).toBeUndefined()
  })
})

it('an evil text costs little', () => {
  expect(parseDate(`${'5/'.repeat(200_000)}2020`)).toBeUndefined()
  expect(parseDate('1 '.repeat(100_000))).toBeUndefined()
  expect(parseDate(`${'كانون '.repeat(50_000)}2020`)).toBeUndefined()
})
