import { chance as chanceOf } from '../crash/chance.mjs'

/*
 * Statements and watches for measuring: made-up words in the lengths and frequencies of real ones
 * (the common words are real, all others are syllables), so that no corpus need be shipped.
 */

const COMMON = {
  ar: 'في من على أن إلى التي الذي هذا هذه عن مع كان قد لا ما بين كل بعد قبل حيث خلال وقال كما أو لم ذلك'.split(
    ' ',
  ),
  en: 'the of and to in that for on is was with as by at from has it be this which are have its not were'.split(
    ' ',
  ),
}
const LETTERS = {
  ar: { consonants: 'بتثجحخدذرزسشصضطظعغفقكلمنه'.split(''), vowels: ['ا', 'و', 'ي', '', '', ''] },
  en: {
    consonants: 'b c d f g h k l m n p r s t v w z sh tr st ch th'.split(' '),
    vowels: ['a', 'e', 'i', 'o', 'u', 'ea'],
  },
}
const BEFORE = ['', '', '', 'ال', 'ال', 'ال', 'و', 'وال', 'ب', 'بال', 'لل', 'ل', 'ف', 'ولل']
const AFTER = ['', '', '', '', '', 'ات', 'ين', 'ون', 'ها', 'هم', 'ه']
const ENGLISH_AFTER = ['', '', '', '', 's', 'ed', 'ing', "'s"]

/** Words of the statements, and with them words that only watches ask for: most hit nothing today. */
const VOCABULARY = 12_000
const ALL_WORDS = 30_000
const WORDS = 373

/** @param {number} seed */
export function corpus(seed = 7) {
  const chance = chanceOf(seed)
  const words = { ar: vocabulary('ar', chance), en: vocabulary('en', chance) }
  return {
    statements: (count) => Array.from({ length: count }, (_, n) => statement(n, words, chance)),
    watches: (count) => watches(count, words),
  }
}

function pick(list, chance) {
  return list[Math.floor(chance() * list.length)]
}

function vocabulary(language, chance) {
  const { consonants, vowels } = LETTERS[language]
  const words = new Set(COMMON[language])
  while (words.size < ALL_WORDS) {
    let word = ''
    const syllables = 2 + Math.floor(chance() * 2.4)
    for (let n = 0; n < syllables; n++) word += pick(consonants, chance) + pick(vowels, chance)
    if (chance() < 0.3) word += language === 'ar' ? 'ة' : 'n'
    if (word.length > 3) words.add(word)
  }
  return [...words]
}

/** Zipf's law, about: the word of rank r as often as 1/r. */
function rank(chance) {
  return Math.floor(Math.exp(chance() * Math.log(VOCABULARY))) - 1
}

function statement(n, words, chance) {
  const language = n % 2 === 0 ? 'ar' : 'en'
  const text = []
  while (text.length < WORDS) text.push(written(language, words, chance))
  return {
    title: text.slice(5, 14).join(' '),
    text: text.join(' '),
    language,
    publisher: `p${n % 10}`,
  }
}

function written(language, words, chance) {
  const at = rank(chance)
  const word = words[language][at] ?? ''
  if (chance() < 0.02) return String(Math.floor(chance() * 3000))
  const end = chance() < 0.1 ? (chance() < 0.3 ? '.\n' : language === 'ar' ? '،' : ',') : ''
  if (at < COMMON[language].length) return word + end
  if (language === 'en') {
    const whole = word + pick(ENGLISH_AFTER, chance)
    return (chance() < 0.12 ? whole[0].toUpperCase() + whole.slice(1) : whole) + end
  }
  const marked = chance() < 0.06 ? `${word.slice(0, 2)}\u064E${word.slice(2)}` : word
  return pick(BEFORE, chance) + marked + pick(AFTER, chance) + end
}

/**
 * 70 % terms, 20 % phrases, 10 % with AND, OR and NOT. Their words are drawn from rank 3,000 on, so
 * that ten thousand of them hit a statement about five times.
 */
function watches(count, words) {
  const chance = chanceOf(11)
  const word = (n) => {
    const list = words[n % 2 === 0 ? 'ar' : 'en']
    return list[RAREST_RANK + Math.floor(chance() * (ALL_WORDS - RAREST_RANK))]
  }
  return Array.from({ length: count }, (_, n) => ({
    id: `w${n}`,
    name: `watch ${n}`,
    query: queryOf(n, word),
    publishers: [],
    languages: [],
    changes: ['appeared'],
    endpoints: ['hook'],
    public: false,
  }))
}

const RAREST_RANK = 4_200

function queryOf(n, word) {
  const kind = n % 10
  // The vocabulary alternates by n: parity is kept within a query.
  if (kind < 7) return word(n)
  if (kind < 9) return `"${word(n)} ${word(n)}"`
  return `(${word(n)} OR "${word(n)} ${word(n)}") AND (${word(n)} OR ${word(n)}) NOT ${word(n)}`
}
