import {
  byDay,
  byPublisher,
  oneByOne,
  precision,
  recall,
} from '../../test/statements/pair-figures.ts'

const counts = ({ right, wrong, all }) => `${right} of ${all} pairs found, ${wrong} wrong`

/** How well translations are paired that no page declares. The held-back texts decide. */
export const pairPrecision = {
  name: 'pair-precision',
  unit: '%',
  goal: { atLeast: 98 },
  measure: async () => {
    const held = byPublisher('held-back')
    const detail = `held-back texts, one after the other as the product ties; ${counts(held)}. Whole days: ${counts(byDay())}`
    return { values: [100 * precision(held)], detail }
  },
}

export const pairRecall = {
  name: 'pair-recall',
  unit: '%',
  goal: { atLeast: 85 },
  measure: async () => {
    const held = byPublisher('held-back')
    const detail = `held-back texts; each case by itself: ${counts(oneByOne('held-back'))}. Fitted to: ${counts(byPublisher('pairs'))}`
    return { values: [100 * recall(held)], detail }
  },
}
