import type { DeliveryRecord, LogPlace } from '../objects/delivery-log.ts'

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

/** Objects that are asked at the same time. */
const AT_ONCE = 20
/** The log of one endpoint that had nearly all of the newest is asked a second time. */
const LEAST_ASKED = 5

/**
 * The newest deliveries over several endpoints from a place on. Each endpoint is asked for its share and
 * a little more; only those whose share is used up are asked once again, for all that may still be
 * missing. So no endpoint is asked more than twice, however unevenly they are sent to.
 */
export async function newestDeliveries(
  endpoints: readonly string[],
  from: LogCursor | undefined,
  size: number,
  ask: AskLog,
): Promise<DeliveryRecord[]> {
  const share = Math.min(size, Math.max(LEAST_ASKED, Math.ceil((2 * size) / endpoints.length)))
  const first = await eachOf(endpoints, async (one) => await ask(one, startIn(one, from), share))
  const merged = first.flat().sort(byPlace)
  if (share === size) return merged.slice(0, size)
  const lasts = new Set(merged.slice(0, size))
  const usedUp = first.flatMap((log) => {
    const last = log.at(-1)
    return last !== undefined && log.length === share && lasts.has(last) ? [last] : []
  })
  const more = await eachOf(usedUp, async (last) => {
    return await ask(last.endpoint, placeOf(last), size - share)
  })
  return [...merged, ...more.flat()].sort(byPlace).slice(0, size)
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

async function eachOf<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let start = 0; start < list.length; start += AT_ONCE) {
    const batch = list.slice(start, start + AT_ONCE)
    results.push(...(await Promise.all(batch.map(work))))
  }
  return results
}
