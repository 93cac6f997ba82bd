import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TRAIT } from '../../src/text/fold-table.ts'
import { fold } from '../../src/text/fold.ts'
import { tokensOf } from '../../src/text/scan-tokens.ts'
import { alefHamzaAt } from '../../src/text/tokens.ts'
import { unevenText } from './uneven-text.ts'

function wordsOf(text: string): string[] {
  return tokensOf(fold(text)).map((token) => token.text)
}

function surfacesOf(text: string): string[] {
  return tokensOf(fold(text)).map(({ start, end }) => text.slice(start, end))
}

describe('tokens', () => {
  it.each([
    {
      because: 'blanks and punctuation part words',
      text: 'قال: «حلب، وإدلب»؟',
      words: ['قال', 'حلب', 'وادلب'],
    },
    {
      because: 'hashtags are several words',
      text: '#الغوطة_الشرقية',
      words: ['الغوطه', 'الشرقيه'],
    },
    { because: 'a hyphen parts', text: 'F-16 روسي-إيراني', words: ['f', '16', 'روسي', 'ايراني'] },
    { because: 'a slash parts', text: 'أيار/مايو', words: ['ايار', 'مايو'] },
    { because: 'Arabic parts from Latin', text: 'الـCIA', words: ['ال', 'cia'] },
    {
      because: 'Arabic parts from digits',
      text: '2018م كوفيد19',
      words: ['2018', 'م', 'كوفيد', '19'],
    },
    { because: 'Latin letters keep their digits', text: 'G20 5G', words: ['g20', '5g'] },
    {
      because: 'letters with dots are one acronym',
      text: 'the U.N. envoy',
      words: ['the', 'un', 'envoy'],
    },
    { because: 'also in Arabic', text: 'م.ت.ف ترفض', words: ['متف', 'ترفض'] },
    {
      because: 'an initial is no acronym',
      text: 'J. Smith, e. g',
      words: ['j', 'smith', 'e', 'g'],
    },
    {
      because: 'a title is not joined to a name',
      text: 'د.محمد أ.د.علي',
      words: ['د', 'محمد', 'اد', 'علي'],
    },
    {
      because: 'an apostrophe inside a word stays',
      text: "don't Sana'a",
      words: ["don't", "sana'a"],
    },
    {
      because: 'quotation marks are none',
      text: "'chemical' weapons'",
      words: ['chemical', 'weapons'],
    },
    { because: 'a possessive is cut', text: 'Assad’s army', words: ['assad', 'army'] },
    { because: 'commas of thousands are cut', text: '1,400 ١٬٤٠٠', words: ['1400', '1400'] },
    { because: 'a decimal is one number', text: '3.5 ٣٫٥', words: ['3.5', '3.5'] },
    { because: 'a date is three', text: '26.11.2018', words: ['26', '11', '2018'] },
    {
      because: 'a list is several',
      text: '2018,2019 و5،6',
      words: ['2018', '2019', 'و', '5', '6'],
    },
    {
      because: 'the point of a sentence is not a decimal one',
      text: 'عام 2018. 14',
      words: ['عام', '2018', '14'],
    },
    { because: 'emoji are no letters', text: 'حلب😀ادلب', words: ['حلب', 'ادلب'] },
    { because: 'letters beyond the basic plane are', text: '𐤀𐤁 x', words: ['𐤀𐤁', 'x'] },
    {
      because: 'a ligature of four words is four',
      text: '\uFDFA',
      words: ['صلي', 'الله', 'عليه', 'وسلم'],
    },
    { because: 'the sign of a verse parts', text: 'ا\u06DDب', words: ['ا', 'ب'] },
  ])('$text: $because', ({ text, words }) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it.each([
    { because: 'marks after the last letter belong to it', text: 'بيانٌ.', surfaces: ['بيانٌ'] },
    {
      because: 'so does a joiner or control',
      text: 'حلب\u200D\u200F،',
      surfaces: ['حلب\u200D\u200F'],
    },
    { because: 'a control before does not', text: '\u200Fحلب', surfaces: ['حلب'] },
    { because: 'a tatweel belongs to the clitic', text: 'الـCIA', surfaces: ['الـ', 'CIA'] },
    { because: 'the possessive is shown', text: 'Assad’s army', surfaces: ['Assad’s', 'army'] },
    { because: 'the dots are shown', text: 'the U.N. in', surfaces: ['the', 'U.N.', 'in'] },
    { because: 'a pair is shown whole', text: '𝐁𝐁 b', surfaces: ['𝐁𝐁', 'b'] },
  ])('shows $text: $because', ({ text, surfaces }) => {
    expect(surfacesOf(text)).toEqual(surfaces)
  })

  it.each([
    { because: 'tanwin after the alef', text: 'شكراً', traits: TRAIT.tanwin },
    { because: 'tanwin before the alef', text: 'شكرًا', traits: TRAIT.tanwin },
    { because: 'tanwin in one form with the alef', text: 'شكر\uFD3C', traits: TRAIT.tanwin },
    { because: 'another tanwin licenses nothing', text: 'شكرٌ', traits: 0 },
    { because: 'ta marbuta', text: 'جنة', traits: TRAIT.taMarbuta },
    { because: 'ta marbuta by its shape', text: 'جن\uFE94', traits: TRAIT.taMarbuta },
    { because: 'ha', text: 'جنه', traits: 0 },
    { because: 'alef maksura', text: 'على', traits: TRAIT.maksura },
    { because: 'hamza on ya', text: 'مسئول', traits: TRAIT.hamzaSeat },
    { because: 'hamza on waw, by its shape', text: 'مس\uFE86ول', traits: TRAIT.hamzaSeat },
    { because: 'hamza on waw, as a mark', text: 'مسو\u0654ول', traits: TRAIT.hamzaSeat },
    { because: 'a bare alef says nothing', text: 'امل', traits: 0 },
    { because: 'where a hamza is on an alef, a word begins', text: 'أمل', traits: alefHamzaAt(0) },
    { because: 'also behind a clitic', text: 'وإرث', traits: alefHamzaAt(1) },
    { because: 'as a mark of its own', text: 'و\u0627\u0655رث', traits: alefHamzaAt(1) },
    { because: 'by its shape', text: 'و\uFE87رث', traits: alefHamzaAt(1) },
    { because: 'in one shape with a lam', text: 'ل\uFEF7هل'.slice(1), traits: alefHamzaAt(1) },
    { because: 'deep in a word nobody asks', text: 'استئنافأ', traits: TRAIT.hamzaSeat },
  ])('remembers in $text: $because', ({ text, traits }) => {
    expect(tokensOf(fold(text)).map((token) => token.traits)).toEqual([traits])
  })

  it('counts capitals', () => {
    const tokens = tokensOf(fold('NGOs U.N. É a'))
    expect(tokens.map(({ capitals }) => capitals)).toEqual([3, 2, 1, 0])
  })
})

describe('tokens of any text', () => {
  it('follow one another and lie inside the text', () => {
    fc.assert(
      fc.property(unevenText, (original) => {
        let before = { start: 0, end: 0 }
        for (const { start, end, text } of tokensOf(fold(original))) {
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(original.length)
          expect(text).not.toBe('')
          // Words of one ligature share its place; all others stand apart.
          expect(start).toBeGreaterThanOrEqual(before.start)
          if (original.charAt(start) !== '\uFDFA') expect(start).toBeGreaterThanOrEqual(before.end)
          before = { start, end }
        }
      }),
    )
  })
})
