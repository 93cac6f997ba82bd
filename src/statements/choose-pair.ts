import type { PairFeatures } from './pair-features.ts'
import { type PairEvidence, pairEvidence } from './pair-score.ts'

/** A statement that may be the other half of a pair, by its number. */
export interface Candidate {
  readonly number: number
  readonly features: PairFeatures
}

/** What was found for a statement among those that wait for a partner. */
export interface Found {
  readonly number: number
  /** 0 to 1, two decimals. */
  readonly confidence: number
}

/** English may be dated earlier by a time zone, and later by as long as a late partner takes. */
export const DAYS_BEFORE = 1
export const DAYS_AFTER = 14

/** Below this nothing is tied: a wrong pair is worse than none. */
const THRESHOLD = 0.64
/** A second candidate that is nearly as good makes both doubtful. */
const LEAD = 0.1
/** Below this nobody need look. */
const LIKELY = 0.3
const MOST_LIKELY = 2

/**
 * The partner of a statement among candidates of the other language: the best, where it is good
 * enough and no other comes near it. Candidates that are tied already are not given.
 */
export function choosePair(of: PairFeatures, candidates: readonly Candidate[]): Found | undefined {
  const [best, second] = scored(of, candidates)
  if (best === undefined || best.score < THRESHOLD) return undefined
  if (second !== undefined && best.score - second.score < LEAD) return undefined
  return found(best)
}

/** Who may be the partner where none was chosen, the likeliest first: for somebody to look at. */
export function likelyPartners(of: PairFeatures, candidates: readonly Candidate[]): Found[] {
  return scored(of, candidates)
    .filter(({ score }) => score >= LIKELY)
    .slice(0, MOST_LIKELY)
    .map(found)
}

interface Scored {
  readonly number: number
  readonly score: number
}

function scored(of: PairFeatures, candidates: readonly Candidate[]): Scored[] {
  return candidates
    .filter(({ features }) => features.language !== of.language)
    .map(({ number, features }) => ({ number, score: pairScore(of, features) }))
    .sort((one, other) => other.score - one.score || one.number - other.number)
}

function found({ number, score }: Scored): Found {
  return { number, confidence: Math.round(score * 100) / 100 }
}

/** How sure it is that two statements say the same, 0 to 1; in either order of the languages. */
function pairScore(one: PairFeatures, other: PairFeatures): number {
  const [ar, en] = one.language === 'ar' ? [one, other] : [other, one]
  const evidence = pairEvidence(ar, en)
  if (evidence.days < -DAYS_BEFORE || evidence.days > DAYS_AFTER) return 0
  return 1 / (1 + Math.exp(-weighed(evidence)))
}

/**
 * Evidence for, less evidence against; 0 is even odds. The weights were fitted by logistic regression to
 * test/statements/pairs (pairs and days, held-back pairs left out), see docs/measuring.md.
 */
function weighed(evidence: PairEvidence): number {
  return (
    -8.1 +
    6.51 * evidence.concepts +
    0.35 * evidence.titles +
    0.25 * evidence.numbersShared -
    2.07 * evidence.numbersAlone -
    1.79 * evidence.numbersAgainst +
    1.34 * evidence.titleNumbers -
    1.33 * evidence.titlesDisagree +
    1.57 * evidence.namesShared -
    1.06 * evidence.namesAlone +
    2.24 * evidence.places +
    1.28 * evidence.order +
    1.05 * evidence.length +
    // Most come the same day; those of a later week have to be the more alike.
    ([1.28, 0.5, 0.47][evidence.days] ?? 0)
  )
}
