import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

/** At once, each on a connection of its own. */
export const READERS = 200
const SATURATION_SECONDS = 3

/** Requests a second where every reader asks again at once. */
export async function saturation(url, path) {
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
export async function load(url, path, rate, seconds) {
  const times = []
  const apart = (READERS / rate) * 1000
  await everyReader(async (get, reader) => {
    const start = performance.now() + (reader / READERS) * apart
    for (let n = 0; n * apart < seconds * 1000; n++) {
      const due = start + n * apart
      const wait = due - performance.now()
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      await get(url + path)
      times.push(performance.now() - due)
    }
  })
  return times
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

export function residentMb(pid) {
  const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Math.round(Number(kb) / 1024)
}
