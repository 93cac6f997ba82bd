import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../src/watches/parse-query.ts'
import { ask } from './ask.ts'
import { type FrozenCase, disputedCases, frozenCases, scoreOf } from './frozen-cases.ts'

const disputed = disputedCases()

/** A query that is refused hits nothing; who typed it is told why. */
function answer({ query, title, text, language }: FrozenCase): string[] | undefined {
  if (parseQuery(query).kind === 'refused') return undefined
  return ask(query, text, title, language)?.map(({ surface }) => surface)
}

/** All cases of a folder save the disputed ones, and a line for each that we answer wrongly. */
function judged(which: 'open' | 'held-back') {
  const groups = frozenCases(which)
  const all = [...groups.values()].flat()
  const cases = all.filter(({ id }) => !disputed.has(id))
  const traps = cases.filter(({ id, matches }) => id.includes('-traps-') && !matches)
  return { all, cases, traps, score: scoreOf(cases, answer), wrong: cases.flatMap(complaint) }
}

function complaint(one: FrozenCase): string[] {
  const surfaces = answer(one)
  if ((surfaces !== undefined) !== one.matches) {
    return [
      `${one.id} ${one.matches ? 'missed' : 'hit'}: ${one.query} | ${one.text} (${one.because})`,
    ]
  }
  const exact = !one.matches || JSON.stringify(surfaces) === JSON.stringify(one.surfaces)
  return exact ? [] : [`${one.id} shows ${surfaces?.join(' · ')} for ${one.surfaces?.join(' · ')}`]
}

/** A gate, and a report: what fails is printed also while there is little enough of it. */
describe.each([{ which: 'open' as const }, { which: 'held-back' as const }])(
  'the frozen cases, $which',
  ({ which }) => {
    const { all, cases, traps, score, wrong } = judged(which)
    console.log(
      `${which}: ${score.right} of ${cases.length} right, highlights exact in ${score.exact} of ${score.truePositives}, ` +
        `${cases.filter(({ query }) => parseQuery(query).kind === 'refused').length} queries refused` +
        wrong.map((line) => `\n  ${line}`).join(''),
    )

    it('are right in 97 of 100', () => {
      expect(cases.length).toBeGreaterThan(100)
      expect(score.right / score.cases).toBeGreaterThanOrEqual(0.97)
    })

    it('have at most two of a hundred traps answered wrongly', () => {
      expect(traps.length).toBeGreaterThan(20)
      expect(scoreOf(traps, answer).falsePositives / traps.length).toBeLessThanOrEqual(0.02)
    })

    it('show exactly the words in 98 of 100', () => {
      expect(score.exact / score.truePositives).toBeGreaterThanOrEqual(0.98)
    })

    it('are disputed by us in fewer than two of a hundred', () => {
      expect((all.length - cases.length) / all.length).toBeLessThan(0.02)
    })
  },
)
