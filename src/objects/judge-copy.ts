import type { Delivery } from '../deliveries/delivery.ts'
import { MOST_ADDRESS } from '../deliveries/page-address.ts'
import { claimDifference } from '../statements/claim-difference.ts'
import type { Statement } from '../statements/statement.ts'
import type { Alert, AlsoAt, NearCopy } from '../watches/alert.ts'
import type { Match } from '../watches/watch.ts'
import { MESSAGE, WITH_MESSAGES } from './delivery-messages.ts'
import type { Sql } from './sql.ts'
import type { NearText, ToldText, ToldTexts } from './told-texts.ts'

/** What becomes of an alert whose text an endpoint may have been told from another place. */
export type Judgement =
  | { readonly kind: 'joins'; readonly first: number }
  | {
      readonly kind: 'alone'
      readonly toldBefore: readonly NearCopy[]
      /** Those of less trusted publishers that told nobody yet join this one, with the places they name. */
      readonly yielding: readonly { readonly seq: number; readonly places: readonly AlsoAt[] }[]
    }

/** Near-copies that a new text is held against word by word: half a millisecond for a page of text. */
const MOST_JUDGED = 4

/**
 * Whether an alert joins the first that told its text, or is told by itself. It joins one whose
 * publisher is trusted as much or more, and whose text says the same: no other number, no denial more
 * or less, and the watch found the same there. Else who is polled first would decide whose wording the
 * operator reads.
 * @param sending the delivery that is on its way right now
 */
export function judgeCopy(
  text: ToldText,
  alert: Alert,
  told: ToldTexts,
  sql: Sql,
  sending: number | undefined,
): Judgement {
  const near = told.near(text).sort((one, other) => other.trust - one.trust || one.seq - other.seq)
  const toldBefore: NearCopy[] = []
  const yielding: { seq: number; places: AlsoAt[] }[] = []
  let judged = 0
  for (const copy of near) {
    const row = toldAlert(copy, sql)
    if (row === undefined) continue
    judged += 1
    if (judged > MOST_JUDGED) break
    const differs = differenceOf(row.alert, copy.isPartner, alert)
    const isOutranked = copy.trust < text.trust
    if (differs === undefined && !isOutranked) return { kind: 'joins', first: copy.seq }
    if (differs === undefined && row.isUntouched && copy.seq !== sending)
      yielding.push({ seq: copy.seq, places: [placeOf(row.alert), ...(row.alert.also ?? [])] })
    else toldBefore.push({ ...placeOf(row.alert), differs: differs ?? 'trust' })
  }
  return { kind: 'alone', toldBefore, yielding }
}

interface ToldAlert {
  readonly alert: Alert
  /** Nothing of it has left, nor is it part of a digest. */
  readonly isUntouched: boolean
}

/** What was given up told nobody; what joined another is no first, else texts could drift from copy to copy. */
function toldAlert({ seq }: NearText, sql: Sql): ToldAlert | undefined {
  const row = sql.first<{ message: string; untouched: number }>(
    `SELECT ${MESSAGE} AS message,
        d.state = 'pending' AND d.loose = 1 AND d.tries = 0 AND d.batch IS NULL AS untouched
      FROM ${WITH_MESSAGES} WHERE d.seq = ? AND d.state IN ('pending', 'delivered')`,
    seq,
  )
  if (row === undefined) return undefined
  const { message } = JSON.parse(row.message) as Delivery
  if (message.kind !== 'alert') return undefined
  return { alert: message.alert, isUntouched: row.untouched === 1 }
}

function differenceOf(
  first: Alert,
  isPartner: boolean,
  copy: Alert,
): NearCopy['differs'] | undefined {
  const evidence = isPartner ? first.translation : first
  // It was erased since: nothing can be said about it, so nothing joins it.
  if (evidence === null) return 'matches'
  if (partsIn(evidence.matches) !== partsIn(copy.matches)) return 'matches'
  return claimDifference(evidence.statement, copy.statement)
}

/** Which parts of the query hit: a headline of its own may say a word of them once more. */
function partsIn(matches: readonly Match[]): string {
  return JSON.stringify([...new Set(matches.map(({ part }) => part))].sort())
}

export function placeOf({
  publisher,
  statement: { id, language, url },
}: {
  readonly publisher: Alert['publisher']
  readonly statement: Pick<Statement, 'id' | 'language' | 'url'>
}): AlsoAt {
  // Nobody links a longer one: our page is linked in its place.
  return { publisher, statement: { id, language, url: url.length > MOST_ADDRESS ? '' : url } }
}
