import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { unevenText } from './uneven-text.ts'

describe('folding', () => {
  it.each([
    { because: 'vowel marks are optional', text: 'بَيَانٌ', folded: 'بيان' },
    { because: 'the tatweel only stretches', text: 'بيــــان', folded: 'بيان' },
    { because: 'alef carries a hamza or not by habit', text: 'أإآٱا', folded: 'ااااا' },
    {
      because: 'a hamza may be typed as a mark of its own',
      text: 'ا\u0654ا\u0655ا\u0653',
      folded: 'ااا',
    },
    { because: 'hamza sits on waw or ya or is left out', text: 'مؤتمر هيئة', folded: 'موتمر هييه' },
    { because: 'the last hamza is a letter', text: 'لواء', folded: 'لواء' },
    { because: 'Egypt writes alef maksura for ya', text: 'على فى', folded: 'علي في' },
    { because: 'Persian keyboards write another ya and kaf', text: 'کیمیایی', folded: 'كيميايي' },
    { because: 'Urdu and Kurdish keyboards write other forms of ha', text: 'ھەۀہ', folded: 'هههه' },
    { because: 'ta marbuta is often typed as ha', text: 'جنة الخلد', folded: 'جنه الخلد' },
    {
      because: 'inside a word it shows a blank left out',
      text: 'المدينةالكبيرة',
      folded: 'المدينةالكبيره',
    },
    {
      because: 'a mark after ta marbuta does not make it an inner letter',
      text: 'جنةٌ.',
      folded: 'جنه.',
    },
    { because: 'the Urdu ta marbuta is one too', text: 'جنۃ', folded: 'جنه' },
    { because: 'a dagger alef is a mark', text: 'هٰذا', folded: 'هذا' },
    { because: 'Quranic signs are marks', text: 'قلۖ', folded: 'قل' },
    { because: 'Arabic-Indic digits are digits', text: '١٤٠', folded: '140' },
    { because: 'Persian digits are digits', text: '۱۴۰', folded: '140' },
    { because: 'full-width digits are digits', text: '１４０', folded: '140' },
    {
      because: 'the Arabic decimal sign is a point, that of thousands a comma',
      text: '١٬٤٠٠٫٥',
      folded: '1,400.5',
    },
    { because: 'right-to-left marks are not seen', text: 'حل\u200Fب', folded: 'حلب' },
    {
      because: 'soft hyphens and joiners are not seen',
      text: 'che\u00ADmi\u200Dcal',
      folded: 'chemical',
    },
    {
      because: 'isolates and a byte-order mark are not seen',
      text: '\uFEFF\u2068حلب\u2069',
      folded: 'حلب',
    },
    {
      because: 'a letter typed by its shape is that letter',
      text: '\uFE91\uFEF4\uFE8E\uFEE5',
      folded: 'بيان',
    },
    { because: 'lam-alef is two letters', text: '\uFEFB\uFEF7\uFEF9\uFEF5', folded: 'لالالالا' },
    { because: 'the ligature of Allah is four letters', text: '\uFDF2', folded: 'الله' },
    {
      because: 'the ligature of salutation is eighteen',
      text: '\uFDFA',
      folded: 'صلي الله عليه وسلم',
    },
    { because: 'isolated marks must not become blanks', text: 'ب\uFE76ي\uFC5Eان', folded: 'بيان' },
    { because: 'alef with tanwin in one form', text: 'شكر\uFD3C', folded: 'شكرا' },
    { because: 'English ignores case', text: 'Press RELEASE', folded: 'press release' },
    { because: 'accents are optional', text: 'Génève Ünal', folded: 'geneve unal' },
    { because: 'accents may be marks of their own', text: 'Ge\u0301neve', folded: 'geneve' },
    { because: 'the dotted capital I of Turkish is an i', text: 'İdlib', folded: 'idlib' },
    {
      because: 'apostrophes are curled by word processors',
      text: 'Assad’s Sana‘a Daʿesh',
      folded: "assad's sana'a da'esh",
    },
    { because: 'full-width letters', text: 'ＵＮ', folded: 'un' },
    { because: 'mathematical letters are used to slip past filters', text: '𝐁omb', folded: 'bomb' },
    { because: 'Latin ligatures', text: 'o\uFB03cial', folded: 'official' },
    { because: 'a non-breaking space is a blank', text: 'a\u00A0b', folded: 'a b' },
    { because: 'Hebrew, Chinese and emoji stay', text: 'שלום 中文 🇸🇾', folded: 'שלום 中文 🇸🇾' },
    { because: 'half a pair is replaced, not thrown at', text: 'a\uD83Db', folded: 'a\uFFFDb' },
    { because: 'nothing is nothing', text: '', folded: '' },
    { because: 'only marks is nothing', text: '\u064B\u200F\u0640', folded: '' },
  ])('$text: $because', ({ text, folded }) => {
    expect(fold(text).text).toBe(folded)
  })

  it('maps each unit to the character it came from', () => {
    const text = 'لِـ\uFEFBب'
    const { text: folded, starts, length } = fold(text)
    expect(folded).toBe('للاب')
    expect([...starts.subarray(0, length)]).toEqual([0, 3, 3, 4])
  })

  it('is done once for all: a folded text folds to itself', () => {
    const changed: string[] = []
    for (let unit = 0; unit < 0x10000; unit += 1) {
      const once = fold(`ب${String.fromCharCode(unit)}`).text
      if (fold(once).text !== once) changed.push(unit.toString(16))
    }
    expect(changed).toEqual([])
  })
})

describe('folding of any text', () => {
  it('keeps the map in order, as long as the text, inside the original', () => {
    fc.assert(
      fc.property(unevenText, (original) => {
        const { text, starts, length } = fold(original)
        expect(length).toBe(text.length)
        let before = 0
        for (const start of starts.subarray(0, length)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(start).toBeLessThan(original.length)
          before = start
        }
      }),
    )
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(unevenText, (original) => {
        const once = fold(original).text
        expect(fold(once).text).toBe(once)
      }),
    )
  })
})
