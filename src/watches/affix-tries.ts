import { AffixTrie } from './affix-trie.ts'
import { PROCLITICS, arabicEndings as endingsTable } from './arabic-affixes-table.ts'
import { ENGLISH_ENDINGS } from './english-term.ts'

/* What stands at the edges of words, each made at first use. Endings are walked from the last letter on. */

const ARABIC_LETTERS = 0x0620
const LATIN_LETTERS = 0x0060

let beforeArabic: AffixTrie | undefined
let afterArabic: AffixTrie | undefined
let afterEnglish: AffixTrie | undefined

export function proclitics(): AffixTrie {
  beforeArabic ??= new AffixTrie(
    PROCLITICS.map(({ text }) => text),
    ARABIC_LETTERS,
  )
  return beforeArabic
}

export function arabicEndings(): AffixTrie {
  afterArabic ??= new AffixTrie([...endingsTable().keys()].map(backwards), ARABIC_LETTERS)
  return afterArabic
}

export function englishEndings(): AffixTrie {
  afterEnglish ??= new AffixTrie(ENGLISH_ENDINGS.map(backwards), LATIN_LETTERS)
  return afterEnglish
}

function backwards(text: string): string {
  return text.split('').toReversed().join('')
}
