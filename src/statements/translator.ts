import type { Language } from '../text/language.ts'

export const TRANSLATION_PROVIDERS = ['workers-ai', 'libretranslate'] as const
export type TranslationProvider = (typeof TRANSLATION_PROVIDERS)[number]

/** The one model of Workers AI that was made for translating and knows Arabic. */
export const TRANSLATION_MODEL = '@cf/meta/m2m100-1.2b'

/** Why a machine gave no translation; what to mend about it: `public/words/translation.json`. */
export type TranslationFailureName =
  | 'not-bound'
  | 'unsealed'
  | 'address'
  | 'key'
  | 'busy'
  | 'spent'
  | 'server'
  | 'network'
  | 'timeout'
  | 'no-service'
  | 'too-large'
  | 'rejected'
  | 'shape'
  | 'untranslated'

export interface TranslationFailure {
  readonly kind: 'failed'
  readonly reason: TranslationFailureName
  /** What the provider said, without our key; '' where it said nothing. */
  readonly detail: string
  /** Seconds after which the provider wants to be asked again. */
  readonly retryAfter?: number | undefined
}

const DETAIL_LENGTH = 200

export function failed(reason: TranslationFailureName, detail = ''): TranslationFailure {
  return { kind: 'failed', reason, detail: detail.slice(0, DETAIL_LENGTH) }
}

export type MachineAnswer = { readonly kind: 'text'; readonly text: string } | TranslationFailure

/** Reasons that lie in one text: the next text may do well, and this one is not tried for ever. */
const ABOUT_TEXT: ReadonlySet<TranslationFailureName> = new Set([
  'too-large',
  'rejected',
  'shape',
  'untranslated',
])

export function isAboutText({ reason }: TranslationFailure): boolean {
  return ABOUT_TEXT.has(reason)
}

/** A machine that translates plain text. A new provider is one file and one line in a table. */
export interface Translator {
  readonly provider: TranslationProvider
  /** What readers are told of the machine: the name of a model or of a program. */
  readonly model: string
  /** UTF-16 units that one request carries. */
  readonly limit: number
  /** Whether several lines may go in one request, and come back as many. */
  readonly keepsLines: boolean
  /** Never throws for what the provider does. */
  readonly translate: (text: string, from: Language, to: Language) => Promise<MachineAnswer>
}
