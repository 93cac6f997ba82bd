import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** One query against one statement, with the verdict of an editor; see cases/README.md. */
export interface FrozenCase {
  readonly id: string
  readonly because: string
  readonly query: string
  readonly language: 'ar' | 'en'
  readonly title?: string
  readonly text: string
  readonly matches: boolean
  readonly surfaces?: readonly string[]
}

const FOLDER = join(import.meta.dirname, 'cases')

/** The cases of a folder by group; those whose verdict we dispute are marked and counted apart. */
export function frozenCases(which: 'open' | 'held-back'): Map<string, FrozenCase[]> {
  const folder = which === 'open' ? FOLDER : join(FOLDER, 'held-back')
  const groups = new Map<string, FrozenCase[]>()
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.endsWith('.json') || file === 'disputed.json') continue
    const cases = JSON.parse(readFileSync(join(folder, file), 'utf8')) as FrozenCase[]
    groups.set(file.replace('.json', ''), cases)
  }
  return groups
}

/** Ids of cases whose verdict we take to be against the language or a rule, with the reason. */
export function disputedCases(): ReadonlyMap<string, string> {
  const list = JSON.parse(readFileSync(join(FOLDER, 'disputed.json'), 'utf8')) as {
    id: string
    reason: string
  }[]
  return new Map(list.map(({ id, reason }) => [id, reason]))
}

/** What a matcher says to a case: the surfaces it shows, or undefined where it does not hit. */
export type Answer = (one: FrozenCase) => readonly string[] | undefined

export interface Score {
  readonly cases: number
  readonly right: number
  readonly truePositives: number
  readonly falsePositives: number
  readonly falseNegatives: number
  /** Of the hits that are right: those whose highlights are the editor's. */
  readonly exact: number
}

export function scoreOf(cases: readonly FrozenCase[], answer: Answer): Score {
  const score = { right: 0, truePositives: 0, falsePositives: 0, falseNegatives: 0, exact: 0 }
  for (const one of cases) {
    const surfaces = answer(one)
    const hit = surfaces !== undefined
    if (hit === one.matches) score.right += 1
    if (hit && one.matches) {
      score.truePositives += 1
      if (JSON.stringify(surfaces) === JSON.stringify(one.surfaces)) score.exact += 1
    }
    if (hit && !one.matches) score.falsePositives += 1
    if (!hit && one.matches) score.falseNegatives += 1
  }
  return { cases: cases.length, ...score }
}
