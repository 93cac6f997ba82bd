/** What Arabic writes joined to a word, as data; all folded. See matching report, 1.5. */

export interface Proclitic {
  readonly text: string
  /** The clitics it consists of: between them a protected word may begin. */
  readonly parts: readonly string[]
  readonly kind: 'none' | 'particle' | 'li' | 'article' | 'li-article'
}

/** "and", "and so": before everything else. */
const CONJUNCTIONS: readonly string[] = ['', 'و', 'ف']

const PARTICLES: readonly Proclitic[] = [
  // The word as it stands.
  { text: '', parts: [], kind: 'none' },
  // "in, with, by"
  { text: 'ب', parts: ['ب'], kind: 'particle' },
  // "like, as"
  { text: 'ك', parts: ['ك'], kind: 'particle' },
  // "for, to"; before a word that begins with lam it may hide the article: للجنة.
  { text: 'ل', parts: ['ل'], kind: 'li' },
  // "the"
  { text: 'ال', parts: ['ال'], kind: 'article' },
  { text: 'بال', parts: ['ب', 'ال'], kind: 'article' },
  { text: 'كال', parts: ['ك', 'ال'], kind: 'article' },
  // "for the": the article loses its alef, and before a lam the whole of itself.
  { text: 'لل', parts: ['ل', 'ل'], kind: 'li-article' },
]

/** Everything that may stand before a word: 3 conjunctions by 8 particles. */
export const PROCLITICS: readonly Proclitic[] = CONJUNCTIONS.flatMap((conjunction) =>
  PARTICLES.map(({ text, parts, kind }): Proclitic =>
    conjunction === ''
      ? { text, parts, kind }
      : // "wa" before a bare word is a particle like the others.
        {
          text: conjunction + text,
          parts: [conjunction, ...parts],
          kind: kind === 'none' ? 'particle' : kind,
        },
  ),
)

/** "her, their, of the two, their (women), our, your". Not -hu: folded it is a ta marbuta. */
const PRONOUNS: readonly string[] = ['ها', 'هم', 'هما', 'هن', 'نا', 'كم']
const HIS = 'ه'

/** A final alef, only where tanwin is written: كيماويًا. */
export const TANWIN_ALEF = 'ا'

/** The feminine plural, and what may follow it: سيارات، سياراتها، سياراته. */
const FEMININE_PLURAL: readonly string[] = ['ات', ...[HIS, ...PRONOUNS].map((of) => `ات${of}`)]

/** Endings of a word without ta marbuta. */
export const PLAIN_ENDINGS: readonly string[] = [
  '',
  TANWIN_ALEF,
  ...PRONOUNS,
  // Sound masculine plural and dual: مقاتلون، مقاتلين، مقاتلان.
  'ون',
  'ين',
  'ان',
  ...FEMININE_PLURAL,
  // The plural's nun falls before a pronoun: مقاتلوها، مقاتليهم. Not -yh: folded it is a nisba, سورية.
  ...[HIS, ...PRONOUNS].map((of) => `و${of}`),
  ...PRONOUNS.map((of) => `ي${of}`),
]

/** Endings of a typed plural in -at, which may take -hu as well: قواته. */
export const PLURAL_ENDINGS: readonly string[] = [...PLAIN_ENDINGS, HIS]

/** A ta marbuta is written ta before these: قنبلته، قنبلتها، قنبلتان، قنبلتين. */
export const AFTER_TA: readonly string[] = [HIS, ...PRONOUNS, 'ان', 'ين']

/** A ta marbuta falls before these: قنبلة، قنابل no, but سيارة، سيارات. */
export const IN_PLACE_OF_TA: readonly string[] = FEMININE_PLURAL

/** After a seat of hamza and after an opened alef maksura: أعضائها، مستشفاها. */
export const PRONOUN_ENDINGS: readonly string[] = PRONOUNS
