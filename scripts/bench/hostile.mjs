import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cpuMs } from './cpu-clock.mjs'
import { DOCUMENTS, SIZE } from './hostile-documents.mjs'
import { startReaders } from './reading.mjs'
import { median } from './statistics.mjs'

const CALLS = 5

/** CPU of reading a hostile document of 2 MB, beside a harmless one of its size; the worst of each kind. */
export const hostileCpu = {
  name: 'hostile-cpu',
  unit: 'x',
  goal: { atMost: 10 },
  async measure({ dir }) {
    const readers = await startReaders(dir)
    try {
      const worst = []
      for (const [kind, { hostile }] of Object.entries(DOCUMENTS)) {
        const harmless = await costOf(readers, kind, 'harmless')
        for (const name of Object.keys(hostile)) {
          worst.push({ kind, name, ratio: (await costOf(readers, kind, name)) / harmless })
        }
      }
      worst.sort((a, b) => b.ratio - a.ratio)
      const told = worst
        .slice(0, 3)
        .map(({ kind, name, ratio }) => `${kind}, ${name} ${ratio.toFixed(1)} x`)
      const detail = `${worst.length} documents of ${SIZE / 1024 / 1024} MB; dearest: ${told.join('; ')}`
      return { values: [worst[0].ratio], detail }
    } finally {
      await readers.close()
    }
  },
}

/** The highest memory of a process that read one hostile document, above one that read the harmless. */
export const hostileMemory = {
  name: 'hostile-memory',
  unit: 'MB',
  goal: { atMost: 32 },
  async measure({ dir }) {
    const worst = []
    for (const [kind, { hostile }] of Object.entries(DOCUMENTS)) {
      const harmless = await peakOf(join(dir, kind), kind, 'harmless')
      for (const [n, name] of Object.keys(hostile).entries()) {
        const peak = await peakOf(join(dir, `${kind}-${n}`), kind, name)
        worst.push({ kind, name, above: peak - harmless })
      }
    }
    worst.sort((a, b) => b.above - a.above)
    const told = worst
      .slice(0, 3)
      .map(({ kind, name, above }) => `${kind}, ${name} ${above.toFixed(0)} MB`)
    return { values: [worst[0].above], detail: `above the harmless one: ${told.join('; ')}` }
  },
}

async function costOf(readers, kind, name) {
  const { pid, get } = readers
  await send(readers, kind, name)
  await get('/hostile')
  const values = []
  for (let n = 0; n < CALLS; n++) {
    const before = cpuMs(pid)
    await get('/hostile')
    values.push(cpuMs(pid) - before)
  }
  return median(values)
}

async function peakOf(dir, kind, name) {
  const readers = await startReaders(dir)
  try {
    await send(readers, kind, name)
    await readers.get('/hostile')
    const status = readFileSync(`/proc/${readers.pid}/status`, 'utf8')
    return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1]) / 1024
  } finally {
    await readers.close()
  }
}

/** As the answer of a site: the document is held as one text and nothing else, whatever it was made of. */
async function send({ post }, kind, name) {
  const { harmless, hostile } = DOCUMENTS[kind]
  await post(`/hostile?kind=${kind}`, (name === 'harmless' ? harmless : hostile[name])())
}
