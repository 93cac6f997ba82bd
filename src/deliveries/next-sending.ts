import { nextLocal, nextMinute, parseClock, quietEnd } from './local-time.ts'
import type { Policy } from './policy.ts'

/** A delivery on its way, as far as its turn depends on it. Times are ms since 1970. */
export interface Waiting {
  readonly seq: number
  /** When it was accepted. */
  readonly at: number
  /** The earliest next attempt. */
  readonly due: number
  readonly tries: number
  /** It failed while others arrived: it goes its own way and holds up nobody. */
  readonly aside: boolean
  /** May become part of a digest: an alert that was never attempted. */
  readonly loose: boolean
  /** Watch and statement of an alert; null for others. */
  readonly subject: string | null
}

export interface SendingFacts {
  readonly policy: Policy
  /** Waiting alerts above which they go as one digest; 0: never. */
  readonly backlog: number
  readonly now: number
  /** When messages left in the last hour, oldest first. */
  readonly sentAt: readonly number[]
  /** Until then the receiver wants nothing; 0 where it asked for no pause. */
  readonly pausedUntil: number
  /** When the same watch last told of the same statement. */
  readonly toldAt: (subject: string) => number | undefined
}

export type NextSending =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'one'; readonly seq: number }
  | { readonly kind: 'digest'; readonly seqs: readonly number[] }

const HOUR = 3_600_000
/** Alerts that one digest holds. */
export const MOST_IN_DIGEST = 100
/**
 * Failed attempts (0, 5 s, 1 m, 5 m) after which the next in line is tried as well: is it the
 * receiver, or this message? Where the next one arrives, the first steps aside.
 */
export const TRIES_BEFORE_PROBE = 4

/**
 * Which of the waiting deliveries goes next, or until when nothing does. Order is kept: while the
 * first is being retried, it is the probe of the receiver, and those behind it wait; so a receiver
 * that is down is asked as often as the schedule of one message says.
 *
 * @param waiting in the order in which they were accepted
 */
export function nextSending(waiting: readonly Waiting[], facts: SendingFacts): NextSending {
  if (waiting.length === 0) return { kind: 'nothing' }
  const gate = gateOf(facts)
  if (gate > facts.now) return { kind: 'wait', until: gate }
  const { now } = facts
  const stepped = waiting.filter(({ aside }) => aside)
  const ready = stepped.find(({ due }) => due <= now)
  if (ready !== undefined) return { kind: 'one', seq: ready.seq }
  const repeated = waiting.filter((one) => repeatedUntil(one, facts) > now)
  const line = waiting.filter((one) => !one.aside && !repeated.includes(one))
  const next = inLine(line, facts)
  if (next.kind === 'one' || next.kind === 'digest') return next
  const times = [
    ...stepped.map(({ due }) => due),
    ...repeated.map((one) => repeatedUntil(one, facts)),
  ]
  if (next.kind === 'wait') times.push(next.until)
  return times.length === 0 ? next : { kind: 'wait', until: Math.min(...times) }
}

function inLine(line: readonly Waiting[], facts: SendingFacts): NextSending {
  const [head, second] = line
  if (head === undefined) return { kind: 'nothing' }
  const { now, policy } = facts
  if (head.loose) return amongLoose(line, facts)
  if (head.due <= now) return { kind: 'one', seq: head.seq }
  const together = policy.group !== undefined || policy.digest !== undefined
  const probes = head.tries >= TRIES_BEFORE_PROBE && !together
  if (second === undefined || !probes || second.tries >= head.tries)
    return { kind: 'wait', until: head.due }
  if (second.due <= now) return { kind: 'one', seq: second.seq }
  return { kind: 'wait', until: Math.min(head.due, second.due) }
}

/** Alerts that were never attempted: one by one, or many in one. */
function amongLoose(line: readonly Waiting[], facts: SendingFacts): NextSending {
  const { policy, backlog, now } = facts
  const end = line.findIndex(({ loose }) => !loose)
  const run = end === -1 ? line : line.slice(0, end)
  const releases = run.map((one) => Math.max(one.due, releaseOf(one, run, facts)))
  const free = run.filter((_, index) => (releases[index] ?? 0) <= now)
  const [first] = free
  if (first === undefined) {
    // What waits for its hour must not hold up a notice behind it, nor one that is being retried.
    const behind = line.filter(({ loose }) => !loose)
    const ready = behind.find(({ due }) => due <= now)
    if (ready !== undefined) return { kind: 'one', seq: ready.seq }
    return { kind: 'wait', until: Math.min(...releases, ...behind.map(({ due }) => due)) }
  }
  const slots = policy.hourly === undefined ? Infinity : policy.hourly - facts.sentAt.length
  const many =
    policy.group !== undefined ||
    policy.digest !== undefined ||
    slots <= 1 ||
    (backlog > 0 && free.length > backlog)
  const together = many ? free : policy.repeat === undefined ? [first] : aboutTheSame(first, free)
  if (together.length === 1) return { kind: 'one', seq: first.seq }
  return { kind: 'digest', seqs: together.slice(0, MOST_IN_DIGEST).map(({ seq }) => seq) }
}

/**
 * What came of one statement while the policy held it back: one by one, each would hold the next for
 * as long again, and the tenth edit of a day would be told a week later.
 */
function aboutTheSame(first: Waiting, free: readonly Waiting[]): readonly Waiting[] {
  if (first.subject === null) return [first]
  return free.filter(({ subject }) => subject === first.subject)
}

/** When an alert may leave by the policy; the moment it came where nothing holds it. */
function releaseOf(one: Waiting, run: readonly Waiting[], facts: SendingFacts): number {
  const { zone = 'UTC', digest, group } = facts.policy
  if (digest !== undefined) {
    const minutes = parseClock(digest.at) ?? 0
    return digest.every === 'day'
      ? nextLocal(one.at, minutes, zone)
      : nextMinute(one.at, minutes % 60, zone)
  }
  return group === undefined ? one.at : Math.min(...run.map(({ at }) => at)) + group * 1000
}

/** Until when an alert is kept back, since its watch told of the same statement; 0 where it is not. */
function repeatedUntil({ loose, subject }: Waiting, { policy, toldAt }: SendingFacts): number {
  const { repeat } = policy
  const told = repeat === undefined || !loose || subject === null ? undefined : toldAt(subject)
  return told === undefined ? 0 : told + (repeat ?? 0) * 1000
}

/**
 * Before this moment nothing at all is sent: muted, a quiet hour, enough for this hour, or the receiver
 * asked for a pause, which is meant for those behind the one that it answered as well.
 */
function gateOf({ policy, now, sentAt, pausedUntil }: SendingFacts): number {
  const { muteUntil, quiet, hourly, zone = 'UTC' } = policy
  const gates = [now, pausedUntil]
  if (muteUntil !== undefined) gates.push(Date.parse(muteUntil))
  if (quiet !== undefined) gates.push(quietEnd(now, quiet, zone))
  const leaves = hourly === undefined ? undefined : sentAt.at(-hourly)
  if (leaves !== undefined) gates.push(leaves + HOUR)
  return Math.max(...gates)
}
