import { languageOf } from '../text/language-of.ts'
import type { Language } from '../text/language.ts'
import { piecesOf } from '../text/pieces.ts'
import { plainLetters } from '../text/plain-letters.ts'
import { withoutInvisible } from './content-hash.ts'
import {
  type MachineAnswer,
  type TranslationFailure,
  type Translator,
  failed,
} from './translator.ts'

/** A run has 50 subrequests on the free plan, some of them our own. */
const REQUESTS_A_STATEMENT = 40

/** A machine that repeats itself without end must not fill the archive. */
const MOST_GROWTH = 6
const FREE_GROWTH = 500

export interface TextToTranslate {
  readonly title: string
  /** Paragraphs are separated by one line break. */
  readonly text: string
  readonly from: Language
  readonly to: Language
}

export type Translated =
  | {
      readonly kind: 'translated'
      readonly title: string
      readonly text: string
      readonly truncated: boolean
    }
  | TranslationFailure

/**
 * Has a machine translate title and text, paragraph for paragraph, in as many requests as it needs:
 * at most `REQUESTS_A_STATEMENT`, then the rest is left out and `truncated` says so. One request that fails ends
 * all: half a statement would be taken for the whole.
 */
export async function translateStatement(
  { title, text, from, to }: TextToTranslate,
  translator: Translator,
): Promise<Translated> {
  const budget = new Budget()
  const ask = async (piece: string) => await asked(piece, from, to, translator, budget)
  const done: string[] = []
  for (const group of [[oneLine(title)], ...groupsOf(text.split('\n'), translator)]) {
    const failure = await translateLines(group, done, translator, ask)
    if (failure === budget.spent) break
    if (failure !== undefined) return failure
  }
  const [head = '', ...paragraphs] = done
  const body = paragraphs.join('\n')
  if (languageOf(`${head}\n${body}`, to) !== to) return failed('untranslated')
  return { kind: 'translated', title: head, text: body, truncated: budget.isOver }
}

class Budget {
  isOver = false
  readonly spent = failed('too-large')
  #left = REQUESTS_A_STATEMENT

  take(): boolean {
    this.#left -= 1
    if (this.#left < 0) this.isOver = true
    return !this.isOver
  }
}

/** Paragraphs that go in one request: several where the machine keeps lines, and they fit. */
function groupsOf(paragraphs: readonly string[], { limit, keepsLines }: Translator): string[][] {
  const groups: string[][] = []
  let length = Infinity
  for (const paragraph of paragraphs) {
    length += paragraph.length + 1
    if (keepsLines && length <= limit) {
      groups.at(-1)?.push(paragraph)
    } else {
      groups.push([paragraph])
      length = paragraph.length
    }
  }
  return groups
}

type Ask = (piece: string) => Promise<MachineAnswer>

/** Adds as many lines as were given to `done`, or says why not. */
async function translateLines(
  lines: readonly string[],
  done: string[],
  { limit }: Translator,
  ask: Ask,
): Promise<TranslationFailure | undefined> {
  const spoken = lines.filter(hasWords)
  if (spoken.length > 1) {
    const answer = await ask(spoken.join('\n'))
    if (answer.kind === 'failed') return answer
    const came = answer.text.split('\n').map(oneLine).filter(hasWords)
    if (came.length === spoken.length) {
      done.push(...lines.map((line) => (hasWords(line) ? (came.shift() ?? '') : line)))
      return undefined
    }
    // Lines were joined or lost: then each by itself, since a paragraph must not end in another.
  }
  for (const line of lines) {
    const parts: string[] = []
    let failure: TranslationFailure | undefined
    for (const piece of hasWords(line) ? piecesOf(line, limit) : []) {
      const answer = await ask(piece)
      if (answer.kind === 'failed') {
        failure = answer
        break
      }
      parts.push(oneLine(answer.text))
    }
    if (failure === undefined || parts.length > 0) done.push(parts.join(' ') || line)
    if (failure !== undefined) return failure
  }
  return undefined
}

async function asked(
  piece: string,
  from: Language,
  to: Language,
  translator: Translator,
  budget: Budget,
): Promise<MachineAnswer> {
  if (!budget.take()) return budget.spent
  const answer = await translator.translate(piece, from, to)
  if (answer.kind === 'failed') return { ...answer, detail: plainLetters(answer.detail) }
  // Here a machine's words become ours: feeds, pages and KV take them as they are from here on.
  const text = withoutInvisible(plainLetters(answer.text)).trim()
  if (text === '') return failed('untranslated')
  if (text.length > piece.length * MOST_GROWTH + FREE_GROWTH)
    return failed('shape', `${text.length} characters came back`)
  return { kind: 'text', text }
}

/** A date, a number or a rule says the same in every language. */
function hasWords(line: string): boolean {
  return /\p{L}/u.test(line)
}

function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\s\u0000-\u001F\u007F]+/g, ' ').trim()
}
