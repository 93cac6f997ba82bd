import { type Candidate, likelyPartners } from '../statements/choose-pair.ts'
import type { Shell } from './statement-store.ts'
import type { PublisherState } from './publisher-state.ts'

/** Two statements that may say the same, for the operator to judge. */
export interface PairToJudge {
  /** Tied by comparing; or likely, and tied by nobody. */
  readonly state: 'inferred' | 'likely'
  /** 0 to 1. */
  readonly confidence: number
  readonly ar: JudgedStatement
  readonly en: JudgedStatement
}

type JudgedStatement = Pick<Shell, 'id' | 'title' | 'url' | 'published'>

/** So many of the newest are looked at: older ones have been looked at before. */
const NEWEST_TIED = 200
const NEWEST_WAITING = 20

/**
 * What comparing was not certain of: pairs that it made, the least certain first, and pairs that it did
 * not dare to make, since they were below its threshold or a second one was as good.
 */
export function pairsToJudge({ statements, pairing }: PublisherState): PairToJudge[] {
  const tied = statements.newest('ar', NEWEST_TIED).flatMap((ar): PairToJudge[] => {
    const { translation } = ar
    if (translation?.by !== 'inferred') return []
    const { id, title, url, confidence } = translation
    const en = { id, title, url, published: null }
    return [{ state: 'inferred', confidence, ar: judged(ar), en }]
  })
  // Features of what was tied stay for a fortnight; nobody need judge it as likely.
  const free = memo((number) => {
    const shell = statements.loadShell(number)
    return shell?.translation === null && shell.apart !== true ? shell : undefined
  })
  const isFree = ({ number }: Candidate) => free(number) !== undefined
  const waiting = pairing.newest('ar', NEWEST_WAITING).filter(isFree)
  const likely = waiting.flatMap((one) =>
    likelyPartners(one, pairing.waiting('en', one.features.day).filter(isFree)).flatMap((found) => {
      const [ar, en] = [free(found.ar), free(found.en)]
      if (ar === undefined || en === undefined) return []
      const confidence = Math.round(found.score * 100) / 100
      return [{ state: 'likely', confidence, ar: judged(ar), en: judged(en) } as const]
    }),
  )
  return [
    ...likely.sort((one, other) => other.confidence - one.confidence),
    ...tied.sort((one, other) => one.confidence - other.confidence),
  ]
}

function memo<T>(load: (number: number) => T): (number: number) => T {
  const known = new Map<number, T>()
  return (number) => {
    const value = known.get(number) ?? load(number)
    known.set(number, value)
    return value
  }
}

function judged({ id, title, url, published }: Shell): JudgedStatement {
  return { id, title, url, published }
}
