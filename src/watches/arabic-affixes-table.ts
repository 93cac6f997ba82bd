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

/** Of a word without ta marbuta. */
const PLAIN: readonly string[] = [
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

/**
 * What may follow a written form of a word, by the kind of form; bits of one number, since each
 * word has some of these and none has a list of its own.
 */
export const ENDINGS = {
  /** Nothing. */
  none: 1,
  /** Of a word without ta marbuta. */
  plain: 2,
  /** Of a typed plural in -at, which may take -hu as well: قواته. */
  plural: 4,
  /** A ta marbuta is written ta before these: قنبلته، قنبلتها، قنبلتان، قنبلتين. */
  afterTa: 8,
  /** A ta marbuta falls before these: قنبلة، قنابل no, but سيارة، سيارات. */
  inPlaceOfTa: 16,
  /** After a seat of hamza and after an opened alef maksura: أعضائها، مستشفاها. */
  pronoun: 32,
} as const

const ENDINGS_BY_KIND: readonly (readonly [number, readonly string[]])[] = [
  [ENDINGS.none, ['']],
  [ENDINGS.plain, PLAIN],
  [ENDINGS.plural, [...PLAIN, HIS]],
  [ENDINGS.afterTa, [HIS, ...PRONOUNS, 'ان', 'ين']],
  [ENDINGS.inPlaceOfTa, FEMININE_PLURAL],
  [ENDINGS.pronoun, PRONOUNS],
]

let kindsByEnding: ReadonlyMap<string, number> | undefined

/** Every ending, with the bits of the kinds it belongs to. */
export function arabicEndings(): ReadonlyMap<string, number> {
  kindsByEnding ??= byEnding()
  return kindsByEnding
}

function byEnding(): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>()
  for (const [kind, endings] of ENDINGS_BY_KIND) {
    for (const ending of endings) kinds.set(ending, (kinds.get(ending) ?? 0) | kind)
  }
  return kinds
}

/** "and for the": ولل; "and with the": وبال. */
export const LONGEST_PROCLITIC = 4

let byText: ReadonlyMap<string, Proclitic> | undefined

/** The clitics that a text is, if it is some. */
export function procliticOf(text: string): Proclitic | undefined {
  byText ??= new Map(PROCLITICS.map((proclitic) => [proclitic.text, proclitic]))
  return byText.get(text)
}
