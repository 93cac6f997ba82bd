import { Agent, request } from 'node:http'
import { readFileSync } from 'node:fs'
import { PUBLISHER, startBench } from './start-bench.mjs'

const READERS = 200
const SECONDS = Number(process.env.LOAD_SECONDS ?? 10)
/** The share of the rate at saturation at which times are taken. */
const SHARE = 0.5
const ROUNDS = 5
const SATURATION_SECONDS = 3
const FEED = `/feeds/${PUBLISHER}/en.atom`

/**
 * Two hundred readers at once, at half the rate that saturates the process; beside them, in the same
 * run, as many that read the same bytes straight from KV. Each reader has a connection of its own.
 * Errors fail the measurement. `LOAD_SECONDS=60` is the long form.
 */
export const readerLoad = {
  name: 'reader-load',
  unit: 'x',
  goal: { atMost: 3 },
  async measure(bench) {
    const site = await startBench(bench, { statements: 50, paragraphs: 8 })
    const { runtime } = site
    try {
      const { body } = await site.get(FEED)
      await fetch(`${runtime.url}/bench/keep?as=body`, { method: 'POST', body })
      const before = residentMb(runtime.pid)
      const most = await saturation(runtime.url, '/bench/stream')
      const times = { '/bench/stream': [], [FEED]: [] }
      // In turn: who else uses the machine meanwhile disturbs both.
      for (let round = 0; round < ROUNDS; round++) {
        for (const [path, list] of Object.entries(times)) {
          list.push(...(await load(runtime.url, path, most * SHARE)))
        }
      }
      const [floor, ours] = Object.values(times).map(p99)
      const after = residentMb(runtime.pid)
      const detail =
        `${READERS} readers, ${SECONDS} s each at ${Math.round(most * SHARE)}/s: p99 ${ours.toFixed(0)} ms, ` +
        `KV stream ${floor.toFixed(0)} ms; resident ${before} MB before, ${after} MB after both`
      return { values: [ours / floor], detail }
    } finally {
      await site.close()
    }
  },
}

/** Requests a second where every reader asks again at once. */
async function saturation(url, path) {
  let done = 0
  await everyReader(async (get) => {
    const end = performance.now() + SATURATION_SECONDS * 1000
    while (performance.now() < end) {
      await get(url + path)
      done++
    }
  })
  return done / SATURATION_SECONDS
}

/** What readers wait at a rate, in ms, from when they meant to ask. */
async function load(url, path, rate) {
  const times = []
  const apart = (READERS / rate) * 1000
  await everyReader(async (get, reader) => {
    const start = performance.now() + (reader / READERS) * apart
    for (let n = 0; n * apart < (SECONDS * 1000) / ROUNDS; n++) {
      const due = start + n * apart
      const wait = due - performance.now()
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      await get(url + path)
      times.push(performance.now() - due)
    }
  })
  return times
}

function p99(times) {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.99)]
}

async function everyReader(work) {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS })
  try {
    const get = (url) =>
      new Promise((resolve, reject) => {
        request(url, { agent }, (response) => {
          response.resume()
          response.on('end', () =>
            response.statusCode === 200
              ? resolve()
              : reject(new Error(`${url} answered ${response.statusCode}`)),
          )
        })
          .on('error', reject)
          .end()
      })
    await Promise.all(Array.from({ length: READERS }, (_, reader) => work(get, reader)))
  } finally {
    agent.destroy()
  }
}

function residentMb(pid) {
  const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Math.round(Number(kb) / 1024)
}
