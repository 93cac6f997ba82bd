/** Builds ten thousand watches and prints, as JSON, what it took; run with `--expose-gc`. */
import { build, watchesOf } from './match-work.mjs'

const SIZE = 10_000
watchesOf(SIZE)
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const kept = () => {
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
const before = kept()
const from = cpu()
const made = build(SIZE)
const first = cpu() - from
const heap = kept() - before
const later = []
for (let n = 0; n < 9; n++) {
  const start = cpu()
  build(SIZE)
  later.push(cpu() - start)
}
if (made.refused.size > 0) throw new Error('a query of the corpus is refused')
console.log(JSON.stringify({ first, later: later.slice(2), heap }))
