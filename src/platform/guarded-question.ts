import type { GetAnswer } from '../sources/get.ts'
import type { Refusal } from '../sources/reading.ts'
import { refused } from '../sources/refused.ts'
import { type AddressPolicy, judgeAddress } from './address-guard.ts'
import { Deadline, type Patience } from './deadline.ts'
import { type Question, oneHop, shown } from './guarded-fetch.ts'

/** A translation takes as long as its text is; a machine that says nothing is down. */
const QUESTION_PATIENCE: Patience = { totalMs: 30_000, headersMs: 30_000, idleMs: 20_000 }

/**
 * Asks one question by POST; bytes and time of the answer are bounded. No redirect is followed: the
 * question carries a key. Asked again at once where the connection broke: it changes nothing there.
 */
export async function guardedQuestion(
  question: Question,
  policy: AddressPolicy,
  patience: Patience = QUESTION_PATIENCE,
): Promise<GetAnswer | Refusal> {
  const verdict = judgeAddress(question.url, policy)
  if (verdict.kind === 'blocked') {
    return refused('blocked-address', ['blocked', shown(question.url), verdict.why])
  }
  const deadline = new Deadline(patience)
  try {
    const hop = await oneHop(verdict.url, question, deadline)
    return hop.kind === 'redirect'
      ? refused('redirects', ['question-redirected', shown(question.url), shown(hop.to)])
      : hop
  } finally {
    deadline.stop()
  }
}
