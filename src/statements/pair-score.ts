import { conceptWeight, isTellingName } from './concepts.ts'
import type { PairFeatures } from './pair-features.ts'

/** How alike an Arabic and an English statement are, and by what. Each part but `days` lies in 0 to 1. */
export interface PairEvidence {
  /** English minus Arabic, in days. */
  readonly days: number
  readonly concepts: number
  readonly titles: number
  /** Figures that both say, and that one says alone: a few of the first are strong, one of the second is not. */
  readonly numbersShared: number
  readonly numbersAlone: number
  /** Figures that each says in the place of the other's: "six years", "seven years". */
  readonly numbersAgainst: number
  /** Of figures in the titles, those that the other text says too. */
  readonly titleNumbers: number
  /** 1 where both titles say figures, and none is the same. */
  readonly titlesDisagree: number
  /** Names of the English text whose sound the Arabic text has, and that it has not. */
  readonly namesShared: number
  readonly namesAlone: number
  /** Of places and bodies that both languages know, those that both texts name. */
  readonly places: number
  readonly order: number
  readonly length: number
}

export function pairEvidence(ar: PairFeatures, en: PairFeatures): PairEvidence {
  return {
    days: en.day - ar.day,
    concepts: weightedOverlap(ar, en),
    titles: titleOverlap(ar, en),
    ...numberEvidence(ar, en),
    titleNumbers: titleNumberShare(ar, en),
    titlesDisagree: titlesDisagree(ar, en),
    ...nameEvidence(ar.sounds, en.sounds),
    places: placeOverlap(ar.concepts, en.concepts),
    order: orderAgreement(ar.concepts, en.concepts),
    length: lengthLikeness(ar.length, en.length),
  }
}

/** Cosine of what the texts say, each concept by its weight and by how often it is said. */
function weightedOverlap(ar: PairFeatures, en: PairFeatures): number {
  const strength = (one: PairFeatures) =>
    new Map(one.concepts.map((id, at) => [id, conceptWeight(id) * Math.sqrt(one.counts[at] ?? 1)]))
  const [first, second] = [strength(ar), strength(en)]
  const norm = (map: ReadonlyMap<number, number>) =>
    Math.sqrt([...map.values()].reduce((sum, weight) => sum + weight * weight, 0))
  const product = [...first].reduce((sum, [id, w]) => sum + w * (second.get(id) ?? 0), 0)
  const norms = norm(first) * norm(second)
  return norms === 0 ? 0 : product / norms
}

/** Headlines are written anew: what one title says has to stand in the other text at least. */
function titleOverlap(ar: PairFeatures, en: PairFeatures): number {
  const weight = (ids: readonly number[]) => ids.reduce((sum, id) => sum + conceptWeight(id), 0)
  const all = weight(ar.titleConcepts) + weight(en.titleConcepts)
  if (all === 0) return 0.5
  const [arAll, enAll] = [new Set(ar.concepts), new Set(en.concepts)]
  const met =
    weight(ar.titleConcepts.filter((id) => enAll.has(id))) +
    weight(en.titleConcepts.filter((id) => arAll.has(id)))
  return met / all
}

/** A large figure tells more than "three"; a year tells little. */
function numberWeight(number: number): number {
  if (number >= 1900 && number <= 2100) return 0.3
  if (number >= 100 || !Number.isInteger(number)) return 1.5
  return number > 12 ? 1 : number > 2 ? 0.5 : 0.2
}

function numberEvidence(ar: PairFeatures, en: PairFeatures) {
  const shared = weightOf(ar.numbers.filter((number) => en.numbers.includes(number)))
  const arAlone = weightOf(ar.numbers) - shared
  const enAlone = weightOf(en.numbers) - shared
  const alone = arAlone + enAlone
  const against = Math.min(arAlone, enAlone)
  return {
    numbersShared: saturated(shared, 1.5),
    numbersAlone: alone / (shared + alone + 1),
    numbersAgainst: against / (shared + against + 0.5),
  }
}

function titleNumberShare(ar: PairFeatures, en: PairFeatures): number {
  const met = [
    ...ar.titleNumbers.filter((number) => en.numbers.includes(number)),
    ...en.titleNumbers.filter((number) => ar.numbers.includes(number)),
  ]
  const all = weightOf([...ar.titleNumbers, ...en.titleNumbers])
  return (weightOf(met) + 0.25) / (all + 0.5)
}

/** The sixth anniversary is not the seventh. */
function titlesDisagree(ar: PairFeatures, en: PairFeatures): number {
  const disagree =
    ar.titleNumbers.length > 0 &&
    en.titleNumbers.length > 0 &&
    !ar.titleNumbers.some((number) => en.titleNumbers.includes(number))
  return disagree ? 1 : 0
}

function weightOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + numberWeight(number), 0)
}

/** Long names tell more than short ones. */
function nameEvidence(ar: readonly string[], en: readonly string[]) {
  const known = new Set(ar)
  const weight = (sounds: readonly string[]) => sounds.reduce((sum, one) => sum + one.length - 2, 0)
  const shared = weight(en.filter((sound) => known.has(sound)))
  const alone = weight(en) - shared
  return { namesShared: saturated(shared, 3), namesAlone: alone / (shared + alone + 3) }
}

/** More of the same evidence adds ever less. */
function saturated(sum: number, scale: number): number {
  return 1 - Math.exp(-sum / scale)
}

function placeOverlap(ar: readonly number[], en: readonly number[]): number {
  const [first, second] = [ar, en].map((ids) => new Set(ids.filter(isTellingName)))
  if (first === undefined || second === undefined) return 0.5
  const shared = [...first].filter((id) => second.has(id)).length
  return (shared + 0.5) / (first.size + second.size - shared + 1)
}

/** Of all two concepts that both texts say, the share that they say in one order. */
function orderAgreement(ar: readonly number[], en: readonly number[]): number {
  const place = new Map(en.map((id, at) => [id, at]))
  const places = ar.flatMap((id) => place.get(id) ?? [])
  let agreeing = 0
  let pairs = 0
  for (let i = 0; i < places.length; i += 1) {
    for (let j = i + 1; j < places.length; j += 1) {
      pairs += 1
      if ((places[i] ?? 0) < (places[j] ?? 0)) agreeing += 1
    }
  }
  return pairs === 0 ? 0.5 : agreeing / pairs
}

/** English takes about 1.2 letters for one of Arabic's. */
const LETTERS_RATIO = 1.2

function lengthLikeness(ar: number, en: number): number {
  if (ar === 0 || en === 0) return 0
  return Math.exp(-Math.abs(Math.log(en / ar / LETTERS_RATIO)))
}
