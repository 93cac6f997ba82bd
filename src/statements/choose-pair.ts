import type { PairFeatures } from './pair-features.ts'
import { type PairEvidence, pairEvidence } from './pair-score.ts'

/** A statement that may be the other half of a pair, by its number. */
export interface Candidate {
  readonly number: number
  readonly features: PairFeatures
}

/** An Arabic and an English statement, by number, and how sure it is that they say the same. */
export interface Likeness {
  readonly ar: number
  readonly en: number
  /** 0 to 1. */
  readonly score: number
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

/** Statements less alike than this are no pair, nor do they make another pair doubtful. */
const WORTH_A_LOOK = THRESHOLD - LEAD

/**
 * The pairs among statements, from all likenesses between them that are worth a look: those that are
 * good enough, where neither half has another that comes near. What is tied is no rival any more, so
 * the same is asked again of the rest. The outcome depends on the statements alone, not on the order
 * in which they came.
 */
export function choosePairs(likenesses: readonly Likeness[]): readonly Likeness[] {
  const chosen: Likeness[] = []
  let open = likenesses
  for (;;) {
    const sure = open.filter((one) => one.score >= THRESHOLD && isAlone(one, open))
    if (sure.length === 0) return chosen
    chosen.push(...sure)
    const taken = new Set(sure.flatMap(({ ar, en }) => [ar, en]))
    open = open.filter(({ ar, en }) => !taken.has(ar) && !taken.has(en))
  }
}

function isAlone(one: Likeness, all: readonly Likeness[]): boolean {
  return all.every(
    (other) =>
      other === one ||
      (other.ar !== one.ar && other.en !== one.en) ||
      one.score - other.score >= LEAD,
  )
}

/** Who may be the partner where none was chosen, the likeliest first: for somebody to look at. */
export function likelyPartners(of: Candidate, candidates: readonly Candidate[]): Likeness[] {
  return likenessesOf(of, candidates, LIKELY)
    .sort((one, other) => other.score - one.score || one.en - other.en)
    .slice(0, MOST_LIKELY)
}

/** Those candidates of the other language that are alike enough to matter. */
export function likenessesOf(
  of: Candidate,
  candidates: readonly Candidate[],
  least = WORTH_A_LOOK,
): Likeness[] {
  return candidates.flatMap((other) => {
    if (other.features.language === of.features.language) return []
    const [ar, en] = of.features.language === 'ar' ? [of, other] : [other, of]
    const score = pairScore(ar.features, en.features)
    return score < least ? [] : [{ ar: ar.number, en: en.number, score }]
  })
}

/** How sure it is that two statements say the same, 0 to 1. */
function pairScore(ar: PairFeatures, en: PairFeatures): number {
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
