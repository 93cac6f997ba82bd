import { detailWords } from '../sources/detail-words.ts'
import { parseRetryAfter } from '../sources/next-poll.ts'
import type { GetAnswer } from '../sources/get.ts'
import type { Refusal, RefusalReason } from '../sources/reading.ts'
import {
  type MachineAnswer,
  type TranslationFailure,
  type TranslationFailureName,
  type Translator,
  failed,
} from '../statements/translator.ts'
import { member, parseJson } from '../text/json.ts'
import type { AddressPolicy } from './address-guard.ts'
import type { Patience } from './deadline.ts'
import { guardedQuestion } from './guarded-question.ts'

/** The public servers refuse more in one request. */
const LIMIT = 2_000
/** Four bytes a letter, escapes, and room for what servers add. */
const ANSWER_BYTES = 128 * 1024

/** A LibreTranslate server, or one that speaks its protocol, as the operator named it. */
export interface LibreTranslateServer {
  /** With or without `/translate` at its end. */
  readonly url: string
  /** '' where the server asks for none. */
  readonly key: string
}

/** `POST /translate` as LibreTranslate documents it, through the guarded fetch. */
export function libreTranslate(
  { url, key }: LibreTranslateServer,
  policy: AddressPolicy,
  patience?: Patience,
): Translator {
  const address = `${url.replace(/\/+$/, '').replace(/\/translate$/, '')}/translate`
  return {
    provider: 'libretranslate',
    // Its host stands in no feed: where an operator's servers are is nobody's business.
    model: 'LibreTranslate',
    limit: LIMIT,
    keepsLines: true,
    translate: async (text, from, to) => {
      const asked = { q: text, source: from, target: to, format: 'text' }
      const body = JSON.stringify(key === '' ? asked : { ...asked, api_key: key })
      const headers = { 'content-type': 'application/json', accept: 'application/json' }
      const question = { url: address, headers, body, maxBytes: ANSWER_BYTES }
      const answer = await guardedQuestion(question, policy, patience)
      return answer.kind === 'answer' ? readAnswer(answer, key) : failureOf(answer, key)
    },
  }
}

function readAnswer({ status, headers, bytes }: GetAnswer, key: string): MachineAnswer {
  const said = parseJson(new TextDecoder().decode(bytes))
  if (status === 200) {
    const text = member(said, 'translatedText')
    return typeof text === 'string' ? { kind: 'text', text } : failed('shape')
  }
  const error = member(said, 'error')
  const detail = withoutKey(typeof error === 'string' ? error : `HTTP ${status}`, key)
  const failure = failed(reasonOf(status), detail)
  const retryAfter = parseRetryAfter(headers.get('retry-after'), new Date())
  return retryAfter === undefined ? failure : { ...failure, retryAfter }
}

function reasonOf(status: number): TranslationFailureName {
  if (status === 400 || status === 413 || status === 422) return 'rejected'
  if (status === 401 || status === 402 || status === 403) return 'key'
  if (status === 429) return 'busy'
  return status >= 500 ? 'server' : 'no-service'
}

const REASONS: Readonly<Partial<Record<RefusalReason, TranslationFailureName>>> = {
  'blocked-address': 'address',
  timeout: 'timeout',
  'too-large': 'too-large',
  redirects: 'no-service',
}

function failureOf({ reason, detail }: Refusal, key: string): TranslationFailure {
  return failed(REASONS[reason] ?? 'network', withoutKey(detailWords(detail).en, key))
}

/** A server may say in its error what it was sent. Before it is cut, lest half a key be left. */
function withoutKey(detail: string, key: string): string {
  return key === '' ? detail : detail.replaceAll(key, '\u2026')
}
