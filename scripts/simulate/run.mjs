/**
 * Simulates a publisher through time, in Node, over the same SQLite and a KV in memory.
 *
 *   node scripts/simulate/run.mjs [ledger [statements] | year [days] | site [days [lives [first seed]]]]
 *
 * Without words: ten years of 20,000 statements, then a year's writes; some minutes.
 * docs/measuring.md tells what each figure means.
 */
import { simulateLedger } from './ledger.mjs'
import { simulateSites } from './sites.mjs'
import { simulateYear, total } from './year.mjs'

const [what, size, lives, first] = process.argv.slice(2)
const MIB = 1024 * 1024

if (what === undefined || what === 'ledger') {
  const { young, old, ratios, sizes, lists, count } = await simulateLedger(Number(size ?? 20_000))
  console.log(`Ledger of ${count} statements`)
  const at = (share) => ratios[Math.floor((ratios.length - 1) * share)].toFixed(2)
  console.log(
    `  CPU of a poll that reads 20 known statements: ${young.toFixed(2)} ms at 500, ${old.toFixed(2)} ms now; ${at(0.5)} × (middle half ${at(0.25)} to ${at(0.75)})`,
  )
  for (const { statements, object, kv } of sizes)
    console.log(
      `  ${statements} statements: object ${(object / MIB).toFixed(1)} MiB, KV ${(kv / MIB).toFixed(1)} MiB`,
    )
  console.log(`  listings of KV keys: ${lists}`)
}
if (what === undefined || what === 'year') {
  const days = Number(size ?? 365)
  const year = await simulateYear(days)
  const changes = total(year.counts)
  console.log(`A year of ${days} days: ${JSON.stringify(year.counts)}, ${year.pairs} pairs`)
  console.log(`  KV writes by key: ${JSON.stringify({ ...year.kv, 'snapshot:all': year.all })}`)
  console.log(
    `  KV writes a change: ${((total(year.kv) + year.all) / changes).toFixed(2)}, a day: ${((total(year.kv) + year.all) / days).toFixed(1)}`,
  )
  console.log(`  rows by table: ${JSON.stringify(year.rows)}`)
  console.log(
    `  an unchanged poll: ${year.unchanged.rows} row and an alarm, ${year.unchanged.kv} KV writes`,
  )
  console.log(
    `  rows a day, 288 polls of each of two sources: ${((year.unchanged.rows + 1) * 576).toFixed(0)} for polling, ${(total(year.rows) / days).toFixed(1)} for all else`,
  )
  console.log(`  listings of KV keys: ${year.lists}`)
}
if (what === 'site') {
  const faults = await simulateSites(
    Number(size ?? 90),
    Number(lives ?? 4),
    Number(first ?? 1),
    (line) => console.log(line),
  )
  if (faults > 0) process.exitCode = 1
}
