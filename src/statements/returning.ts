import type { Instant } from '../text/instant.ts'

/** A wording that a statement had before, and that its site shows again. */
interface Returning {
  /** Its content hash. */
  readonly hash: string
  /** Since when it was seen at each look, ms since 1970; 0 where the newer one was seen after it. */
  readonly since: number
  /** How often the newer wording was seen in between: two mirrors, or a cache with an old copy. */
  readonly refuted: number
  /** It was seen on the statement's own page, which is not read at each look. */
  readonly paged: boolean
  /** How the title begins under which its listing showed it then. */
  readonly listed: string
}

/** By the statement's number. */
export type Returnings = Readonly<Record<string, Returning>>

const HOUR = 3_600_000
/** A copy in a cache lives for an hour or two; an edit that was taken back stays so. */
const STAYS_MS = 6 * HOUR
/** Where it went and came once, by chance it will stay a while at times. */
const LONGER_EACH_TIME = 4
const LONGEST_MS = 7 * 24 * HOUR
/** A page is looked at for a week. */
const FORGOTTEN_MS = 14 * 24 * HOUR
const MOST_KEPT = 50
/** Fifty titles as long as titles may be would be more than the source's row holds. */
const LONGEST_LISTED = 300

function staysMs(refuted: number): number {
  return Math.min(STAYS_MS * LONGER_EACH_TIME ** refuted, LONGEST_MS)
}

/**
 * What a look that shows a former wording means: it counts as an edit when it has stood for hours, with
 * the newer one never in between. An old copy in a cache, or a mirror that lags, would else be told as
 * an edit at every look.
 */
export function afterReturn(
  before: Returnings,
  number: number,
  seen: Pick<Returning, 'hash' | 'paged' | 'listed'> & { readonly at: Instant },
): { readonly counts: boolean; readonly returnings: Returnings } {
  const now = Date.parse(seen.at)
  const known = before[number]
  const isOn = known?.hash === seen.hash && known.since > 0
  const refuted = known?.refuted ?? 0
  const since = isOn ? known.since : now
  if (isOn && isDue(known, now)) return { counts: true, returnings: without(before, number) }
  const { hash, paged } = seen
  const listed = seen.listed.slice(0, LONGEST_LISTED)
  const returnings = isOn
    ? before
    : { ...before, [number]: { hash, since, refuted, paged, listed } }
  return { counts: false, returnings: bounded(returnings) }
}

/** The wording that we have was seen again. The same object where nothing was awaited. */
export function afterCurrent(before: Returnings, number: number): Returnings {
  const known = before[number]
  if (known === undefined || known.since === 0) return before
  return { ...before, [number]: { ...known, since: 0, refuted: known.refuted + 1 } }
}

/** Whether it has stayed long enough, if it is still there. */
export function isDue({ since, refuted }: Returning, now: number): boolean {
  return since > 0 && now - since >= staysMs(refuted)
}

/** Whether a listing is to be read though it is as it was: something in it may have stayed long enough. */
export function isRipe(
  returnings: Returnings,
  listed: Readonly<Record<string, number>>,
  now: number,
): boolean {
  const due = Object.entries(returnings).filter(([, one]) => isDue(one, now))
  return due.some(([number]) => Object.values(listed).includes(Number(number)))
}

/** Without what is in its listing no more, and pages that are looked at no more. */
export function stillReturning(
  before: Returnings,
  listed: ReadonlySet<number>,
  now: number,
): Returnings {
  const kept = Object.entries(before).filter(([number, { paged, since }]) =>
    paged ? since === 0 || now - since < FORGOTTEN_MS : listed.has(Number(number)),
  )
  return kept.length === Object.keys(before).length ? before : Object.fromEntries(kept)
}

function without(returnings: Returnings, number: number): Returnings {
  return Object.fromEntries(Object.entries(returnings).filter(([one]) => one !== String(number)))
}

/**
 * The newest statements have the highest numbers, and come last; before them goes what was refuted: else
 * fifty of those, which are kept for long, would keep out what an older statement's site took back.
 */
function bounded(returnings: Returnings): Returnings {
  const all = Object.entries(returnings)
  if (all.length <= MOST_KEPT) return returnings
  const ordered = all.toSorted(
    ([, one], [, other]) => Number(one.since > 0) - Number(other.since > 0),
  )
  return Object.fromEntries(ordered.slice(-MOST_KEPT))
}

/** Whether a listing shows a statement as it did when the former wording was seen. */
export function isListedSo({ listed }: Returning, title: string): boolean {
  return listed === title.slice(0, LONGEST_LISTED)
}
