/**
 * Names of months as publishers write them, folded as `date-tokens.ts` folds (no marks, no hamzas, no
 * tatweel, heh for teh marbuta, yeh for alef maksura, lower case). Levantine and Maghrebi names agree
 * with CLDR 48 (ar-SY, ar-DZ, ar-TN, ar-MA), which lacks the Levantine pairs without the article
 * ("تشرين ثاني"): these open about every statement of the Syrian Coalition. "الثاني" alone decides
 * nothing (تشرين: November, كانون: January), so the pairs are whole names here, and a lone كانون is
 * no month. Misspellings are those met in published pages.
 */
const MONTHS: readonly string[] = [
  'كانون الثاني|كانون ثاني|كانون ثان|كانون الثان|يناير|ينايير|جانفي|january|jan|janvier|enero',
  'شباط|فبراير|فيراير|فبرابر|فيفري|february|feb|fevrier|febrero',
  'اذار|مارس|march|mar|mars|marzo',
  'نيسان|ابريل|افريل|april|apr|avril|abril',
  'ايار|مايو|ماي|may|mai|mayo',
  'حزيران|يونيو|يونيه|جوان|june|jun|juin|junio',
  'تموز|يوليو|يوليه|جويليه|يوليوز|july|jul|juillet|julio',
  'اب|اغسطس|اغسطوس|غشت|اوت|august|aug|aout|agosto',
  'ايلول|سبتمبر|سبتمير|شتنبر|september|sep|sept|septembre|septiembre',
  // "أكتوير" stands on every October page of etilaf.org's first generation (2018 and 2019).
  'تشرين الاول|تشرين اول|اكتوبر|اكتوير|october|oct|octobre|octubre',
  'تشرين الثاني|تشرين ثاني|تشرين ثان|تشرين الثان|نوفمبر|نوفمير|نونبر|november|nov|novembre|noviembre',
  'كانون الاول|كانون اول|ديسمبر|ديسمير|دسمبر|دجنبر|december|dec|decembre|diciembre',
]

const HIJRI_MONTHS: readonly string[] = [
  'محرم|المحرم|محرم الحرام|muharram',
  'صفر|safar',
  'ربيع الاول|ربيع اول',
  'ربيع الاخر|ربيع الثاني|ربيع ثاني|ربيع اخر',
  'جمادي الاولي|جمادي الاول|جمادي اولي',
  'جمادي الاخره|جمادي الاخر|جمادي الثانيه|جمادي الثاني|جمادي ثانيه',
  'رجب|rajab',
  'شعبان|shaban|shaaban',
  'رمضان|ramadan',
  'شوال|shawwal',
  'ذو القعده|ذي القعده|ذوالقعده|ذيالقعده',
  'ذو الحجه|ذي الحجه|ذوالحجه|ذيالحجه',
]

/** Days in words, as statements that avoid numerals write them: "الحادي والعشرون", "الواحد والعشرين". */
const DAYS: readonly string[] = [
  'الاول',
  'الثاني',
  'الثالث',
  'الرابع',
  'الخامس',
  'السادس',
  'السابع',
  'الثامن',
  'التاسع',
  'العاشر',
  'الحادي عشر|الاحد عشر',
  'الثاني عشر',
  'الثالث عشر',
  'الرابع عشر',
  'الخامس عشر',
  'السادس عشر',
  'السابع عشر',
  'الثامن عشر',
  'التاسع عشر',
  'العشرين|العشرون',
  'الحادي والعشرين|الحادي والعشرون|الواحد والعشرين|الواحد والعشرون',
  'الثاني والعشرين|الثاني والعشرون',
  'الثالث والعشرين|الثالث والعشرون',
  'الرابع والعشرين|الرابع والعشرون',
  'الخامس والعشرين|الخامس والعشرون',
  'السادس والعشرين|السادس والعشرون',
  'السابع والعشرين|السابع والعشرون',
  'الثامن والعشرين|الثامن والعشرون',
  'التاسع والعشرين|التاسع والعشرون',
  'الثلاثين|الثلاثون',
  'الحادي والثلاثين|الحادي والثلاثون|الواحد والثلاثين|الواحد والثلاثون',
]

/** Built at the first date, not when the isolate starts. */
let months: ReadonlyMap<string, number> | undefined
let days: ReadonlyMap<string, number> | undefined
let hijriMonths: ReadonlyMap<string, number> | undefined

/** 1 to 12 for the folded name of a month; two words are joined by one space. */
export function monthNamed(name: string): number | undefined {
  months ??= numbered(MONTHS)
  return months.get(name)
}

/** 1 to 31 for a folded day in words. */
export function dayNamed(name: string): number | undefined {
  days ??= numbered(DAYS)
  return days.get(name)
}

export function hijriMonthNamed(name: string): number | undefined {
  hijriMonths ??= numbered(HIJRI_MONTHS)
  return hijriMonths.get(name)
}

function numbered(names: readonly string[]): Map<string, number> {
  return new Map(
    names.flatMap((list, index) => list.split('|').map((name) => [name, index + 1] as const)),
  )
}

/** Words between the parts of a date: "1 من تشرين الأول عام 2018", "8 de mayo de 2020", "1st of June". */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  'من شهر عام سنه لعام لسنه of de del st nd rd th'.split(' '),
)

/** Behind a year they say that it counts from the Hijra. */
export const HIJRI_MARKS: ReadonlySet<string> = new Set('ه هجري هجريه للهجره هجريا ah'.split(' '))

/** Behind a year they say that it does not. */
export const ERA_MARKS: ReadonlySet<string> = new Set('م ميلادي ميلاديه للميلاد ad ce'.split(' '))

/** Words behind or at once before an hour, and what they make of it. */
export const HALVES_OF_DAY: Readonly<Record<string, 'am' | 'pm' | 'noon' | 'night'>> = {
  ص: 'am',
  صباحا: 'am',
  الصباح: 'am',
  فجرا: 'am',
  am: 'am',
  a: 'am',
  م: 'pm',
  مساء: 'pm',
  المساء: 'pm',
  عصرا: 'pm',
  pm: 'pm',
  p: 'pm',
  ظهرا: 'noon',
  ليلا: 'night',
}

/** Zones that have names, in minutes east of UTC (RFC 822, section 5.1, and what Arabic sites write). */
export const ZONE_MINUTES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  غرينتش: 0,
  غرينيتش: 0,
  جرينتش: 0,
  جرينيتش: 0,
  'غرينتش العالمي': 0,
  مكه: 180,
  السعوديه: 180,
  بغداد: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
}
