/**
 * When the demonstration's publisher speaks. Pure: a timeline and a time give the next timeline.
 *
 * A timeline is `{began, next, published: [{number, at, edited}]}`, times in ms since 1970; `began`
 * is null until somebody watches, since a first poll takes what is there as known and tells nobody.
 */
const SECOND = 1000
const DAY = 86_400 * SECOND
const FIRST_AFTER = 15 * SECOND
const EAGER_FOR = 120 * SECOND
const EAGER_GAP = 25 * SECOND
/** Statements that were there before the first visit. */
const OLD_ONES = 4
/** Statements kept; the listing shows the newest of them. */
const KEPT = 60

/** By how much the second language of a statement comes later than the first. */
const TRANSLATED_AFTER = 8 * SECOND

/**
 * When a statement came out in one language. As with real bodies the translation follows the text,
 * and either language may be first: so alerts come in both.
 */
export function outAt({ number, at }, language) {
  const first = number % 2 === 1 ? 'ar' : 'en'
  return language === first ? at : at + TRANSLATED_AFTER
}

/** A publisher that has spoken once a day and is silent until `begin`. */
export function newTimeline(now) {
  const published = Array.from({ length: OLD_ONES }, (_, index) => ({
    number: index + 1,
    at: now - (OLD_ONES - index) * DAY,
    edited: null,
  }))
  return { began: null, next: null, published }
}

/** Begins to speak: anew at each start, with the next number, so that no address comes twice. */
export function begin(timeline, now) {
  return { ...timeline, began: now, next: now + FIRST_AFTER }
}

/** What has been said by `now`. After a long sleep one statement comes, not all that were due. */
export function advance(timeline, now) {
  if (timeline.next === null || now < timeline.next) return timeline
  const last = timeline.published.at(-1)
  const number = last.number + 1
  const before = number % 4 === 3 ? edited(timeline.published, now) : timeline.published
  return {
    began: timeline.began,
    next: now + gapAfter(now - timeline.began, number),
    published: [...before, { number, at: now, edited: null }].slice(-KEPT),
  }
}

/** The newest statement gets its further sentence. */
function edited(published, now) {
  return published.map((each, index) =>
    index === published.length - 1 ? { ...each, edited: now } : each,
  )
}

/** Every 25 s in the first two minutes, later every 3 to 5 minutes. */
function gapAfter(elapsed, number) {
  return elapsed < EAGER_FOR ? EAGER_GAP : (180 + ((number * 37) % 121)) * SECOND
}
