import { setTimeout as sleep } from 'node:timers/promises'
import { eventually } from '../runtime/eventually.mjs'
import { OPERATOR_VARS, callApi } from '../runtime/operator.mjs'
import { startRuntime } from '../runtime/start-runtime.mjs'
import { benchWorker } from './bench-entry.mjs'
import { openConnection } from './connection.mjs'
import { startListingSite } from './listing-site.mjs'

export const PUBLISHER = 'harbour'

/** Where the loopback site has the listing for a kind of source. */
const LISTINGS = { feed: 'feed/one', html: 'list/one', wordpress: 'wp-json/' }

/**
 * The bench's worker in a process of its own, with one publisher whose baseline has been read and
 * published. Each measurement starts its own, so that none inherits another's memory.
 *
 * @param {object} bench `{ bundle, dir }` of the run
 * @param {{ statements: number, paragraphs?: number, interval?: number, source?: object }} options
 *   the site's statements; seconds between polls; what else is said of the source
 */
export async function startBench({ bundle, dir }, options) {
  const { statements, paragraphs, interval = 3600, source = { kind: 'feed' } } = options
  const site = await startListingSite({
    statements,
    ...(paragraphs === undefined ? {} : { paragraphs }),
  })
  const runtime = await startBenchRuntime({ bundle, dir })
  const connection = openConnection(runtime.url)
  const sourceUrl = `${site.origin}/${LISTINGS[source.kind]}`
  const close = async () => {
    connection.close()
    await runtime.stop()
    await site.close()
  }
  try {
    await callApi(runtime.url, 'PUT', `/publishers/${PUBLISHER}`, {
      id: PUBLISHER,
      name: {
        ar: '\u0645\u062c\u0644\u0633 \u0627\u0644\u0645\u0631\u0641\u0623',
        en: 'Harbour council',
      },
      site: `${site.origin}/`,
      paused: false,
      sources: [
        {
          id: `${PUBLISHER}-en`,
          language: 'en',
          url: sourceUrl,
          interval,
          paused: false,
          ...source,
        },
      ],
    })
    await untilPublished(connection, statements)
    await untilQuiet(site)
  } catch (error) {
    await close()
    throw error
  }
  const get = (path, headers) => getOk({ connection, runtime }, path, headers)
  return { runtime, site, connection, sourceUrl, get, close }
}

export function startBenchRuntime({ bundle, dir }) {
  return startRuntime({ bundle: benchWorker(bundle), dir, vars: OPERATOR_VARS, kv: 'memory' })
}

/** A floor that answers an error would be a very low floor. */
async function getOk({ connection, runtime }, path, headers) {
  const answer = await connection.get(path, headers)
  if (answer.status >= 400) {
    throw new Error(`${path} answered ${answer.status}: ${answer.body}\n${runtime.log()}`)
  }
  return answer
}

/** The feed holds the newest 50 a language, or all there are. */
async function untilPublished(connection, statements) {
  const expected = Math.min(statements, 50)
  let last
  const published = await eventually(
    async () => {
      last = await connection.get(`/feeds/${PUBLISHER}/en.json`)
      if (last.status !== 200) return undefined
      return JSON.parse(last.body).items.length >= expected ? true : undefined
    },
    { withinMs: 60_000, everyMs: 250 },
  )
  if (published === undefined) {
    throw new Error(`the baseline was not published: ${last.status} ${last.body.subarray(0, 300)}`)
  }
}

/** Back-filling of article pages is over when the site has not been asked for two seconds. */
async function untilQuiet(site) {
  await eventually(
    async () => {
      const before = site.requests()
      await sleep(2_000)
      return site.requests() === before ? true : undefined
    },
    { withinMs: 60_000 },
  )
}
