/** What an endpoint may send at once: a token bucket, kept between two messages. */
export interface Bucket {
  /** Messages that may leave now; a fraction is a message that is not yet due. */
  readonly tokens: number
  /** Milliseconds since 1970 at which `tokens` was true. */
  readonly asOf: number
}

export interface Taking {
  readonly bucket: Bucket
  /** 0: send now, the token is taken. Else nothing was taken: ask again after so many ms. */
  readonly waitMs: number
}

/** Fractions of a token are summed in floating point: 0.1 a second makes 0.9999999999999999. */
const ALMOST_ONE = 1 - 1e-9

/**
 * Asks a bucket for one message.
 *
 * @param bucket undefined for an endpoint that has not sent yet: its bucket is full.
 * @param pace messages a second, above 0. As many may leave in one burst, at least one.
 */
export function take(bucket: Bucket | undefined, now: Date, pace: number): Taking {
  if (!(pace > 0) || !Number.isFinite(pace)) throw new Error(`a pace must be above 0, not ${pace}`)
  const asOf = now.getTime()
  const tokens = bucket === undefined ? burstOf(pace) : refill(bucket, asOf, pace)
  if (tokens >= ALMOST_ONE) return { bucket: { tokens: Math.max(0, tokens - 1), asOf }, waitMs: 0 }
  return { bucket: { tokens, asOf }, waitMs: Math.ceil(((1 - tokens) / pace) * 1000) }
}

function refill(bucket: Bucket, asOf: number, pace: number): number {
  // A clock that was set back gives nothing and takes nothing; the bucket goes on from the new time.
  const elapsedSeconds = Math.max(0, asOf - bucket.asOf) / 1000
  return Math.min(burstOf(pace), bucket.tokens + elapsedSeconds * pace)
}

function burstOf(pace: number): number {
  return Math.max(1, pace)
}

/**
 * The bucket after an answer whose headers tell what the receiver lets through: where nothing is
 * left, none may leave until the receiver's own bucket is full again. Garbage tells nothing.
 */
export function heeding(
  bucket: Bucket,
  limit: { readonly remaining: string; readonly resetAfter: string } | undefined,
  now: Date,
  pace: number,
): Bucket {
  if (limit === undefined || !/^\d+$/.test(limit.remaining)) return bucket
  if (!/^\d+(?:\.\d+)?$/.test(limit.resetAfter)) return bucket
  if (Number(limit.remaining) > 0) return bucket
  const resetSeconds = Math.min(Number(limit.resetAfter), LONGEST_RESET_SECONDS)
  // Emptied so far that the own pace fills it to one when the receiver's time has come.
  return { tokens: 1 - resetSeconds * pace, asOf: now.getTime() }
}

/** A longer one is a mistake, or meant for a Retry-After, which is heeded by itself. */
const LONGEST_RESET_SECONDS = 600
