import type { DeliveryRecord, LogPlace } from '../objects/delivery-log.ts'
import { type Heard, askSideBySide, silentOf } from './ask-side-by-side.ts'

/** A place in the log over all endpoints: newest first, those of one moment by endpoint and place. */
export interface LogCursor extends LogPlace {
  readonly endpoint: string
}

/** What one endpoint's log holds from before a place on, newest first. */
type AskLog = (
  endpoint: string,
  before: LogPlace | undefined,
  limit: number,
) => Promise<readonly DeliveryRecord[]>

/** What is known of the newest, and whose log did not answer: what that one holds is not in it. */
interface NewestDeliveries {
  readonly found: readonly DeliveryRecord[]
  readonly silent: readonly string[]
}

/** The log of one endpoint that had nearly all of the newest is asked a second time. */
const LEAST_ASKED = 5

/**
 * The newest deliveries over several endpoints from a place on. Each endpoint is asked for its share and
 * a little more; only those whose share is used up are asked once again, for all that may still be
 * missing. So no endpoint is asked more than twice, however unevenly they are sent to. One that does not
 * answer is named, and hides no other.
 */
export async function newestDeliveries(
  endpoints: readonly string[],
  from: LogCursor | undefined,
  size: number,
  ask: AskLog,
): Promise<NewestDeliveries> {
  const share = Math.min(size, Math.max(LEAST_ASKED, Math.ceil((2 * size) / endpoints.length)))
  const first = await askSideBySide(endpoints, (one) => ask(one, startIn(one, from), share))
  const merged = recordsOf(first).sort(byPlace)
  if (share === size) return { found: merged.slice(0, size), silent: silentOf(first) }
  const newest = new Set(merged.slice(0, size))
  const usedUp = new Map(
    first.flatMap((one) => {
      const last = one.kind === 'heard' ? one.value[share - 1] : undefined
      return last !== undefined && newest.has(last) ? [[one.from, last] as const] : []
    }),
  )
  const more = await askSideBySide([...usedUp.keys()], async (name) => {
    const last = usedUp.get(name)
    return await ask(name, last && placeOf(last), size - share)
  })
  const found = [...merged, ...recordsOf(more)].sort(byPlace).slice(0, size)
  return { found, silent: silentOf([...first, ...more]) }
}

function recordsOf(heard: readonly Heard<readonly DeliveryRecord[]>[]): DeliveryRecord[] {
  return heard.flatMap((one) => (one.kind === 'heard' ? one.value : []))
}

export function placeOf({ accepted, endpoint, seq }: DeliveryRecord): LogCursor {
  return { at: Date.parse(accepted), endpoint, seq }
}

/** From where on a cursor of the whole log goes on in the log of one endpoint. */
function startIn(endpoint: string, from: LogCursor | undefined): LogPlace | undefined {
  if (from === undefined || from.endpoint === endpoint) return from
  // Those of the same moment are all behind the cursor, or all before it.
  return { at: from.at, seq: endpoint < from.endpoint ? 0 : Number.MAX_SAFE_INTEGER }
}

function byPlace(one: DeliveryRecord, other: DeliveryRecord): number {
  const [a, b] = [placeOf(one), placeOf(other)]
  if (a.at !== b.at) return b.at - a.at
  if (a.endpoint !== b.endpoint) return a.endpoint < b.endpoint ? -1 : 1
  return b.seq - a.seq
}
