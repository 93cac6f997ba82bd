import { LISTINGS, live } from './lived.mjs'

/**
 * So many lives of sites of each kind, from a seed on; says what was told of each, and every breach of the truth.
 * @returns the number of breaches
 */
export async function simulateSites(days, lives, first, say) {
  let faults = 0
  for (const kind of Object.keys(LISTINGS)) {
    for (let seed = first; seed < first + lives; seed += 1) {
      const lived = await live(seed, { kind, days })
      faults += lived.faults.length
      for (const line of said(kind, seed, days, lived)) say(line)
    }
  }
  say(`${faults} breaches of the truth in ${lives} lives of ${days} days of each kind`)
  return faults
}

function said(kind, seed, days, lived) {
  const { offered, appeared, revised, withdrawn, restored, floods } = lived
  const { requests, busiestHour, kvDay, kvBusiestDay, notices, faults } = lived
  const { short, completed, mirrored } = lived
  return [
    `${kind} ${seed}: ${offered} shown; told of ${appeared} statements, ${revised} edits, ${withdrawn} withdrawn, ${restored} restored, ${floods.length} floods, ${notices} states;` +
      ` ${(requests / days / 24).toFixed(1)} requests an hour (${busiestHour} at most), ${kvDay.toFixed(1)} KV writes a day (${kvBusiestDay});` +
      ` ${short} short at first, ${completed} of them whole later, ${mirrored} wordings of another copy`,
    ...faults.map((one) => `  ${one.kind} ${one.at} ${one.weather ?? ''} ${one.text}`),
  ]
}
