import { type BayanEnv, mayReachPrivate, userAgentOf } from '../platform/env.ts'
import { guardedGet } from '../platform/guarded-fetch.ts'
import type { Get } from '../sources/get.ts'
import { NOTHING_REMEMBERED, poll } from '../sources/poll.ts'
import { readPage } from '../sources/read-page.ts'
import type { ListingEntry } from '../sources/reading.ts'
import { sightingOf } from '../sources/sighting-of.ts'
import type { Source } from '../sources/source.ts'
import { addressProblem } from './admit-settings.ts'
import { admit, readJson, unprocessable } from './admission.ts'
import { json } from './answers.ts'
import { previewSchema } from './settings-schemas.ts'

/** As many as an operator can judge at a glance. */
const SHOWN = 5

/** Shows what Bayan would read at an address: the newest statements as they would be kept. Keeps nothing. */
export async function servePreview(request: Request, env: BayanEnv): Promise<Response> {
  const body = await readJson(request)
  if (body.kind === 'refused') return body.response
  const admitted = admit(previewSchema, body.value)
  if (admitted.kind === 'refused') return admitted.response
  const { url, language, kind, selectors, utcOffset } = admitted.value
  const errors = addressProblem('url', url, false, env)
  if (errors.length > 0) return unprocessable(errors)
  const given = JSON.parse(JSON.stringify({ selectors, utcOffset })) as Pick<
    Source,
    'selectors' | 'utcOffset'
  >
  const source: Source = {
    id: 'preview',
    language,
    url,
    kind,
    interval: 300,
    paused: false,
    ...given,
  }
  const policy = { allowPrivate: mayReachPrivate(env), ownHost: new URL(env.BASE_URL).hostname }
  const get: Get = (asked) => guardedGet(asked, policy)
  const agent = userAgentOf(env)
  const outcome = await poll(source, NOTHING_REMEMBERED, get, agent)
  if (outcome.kind === 'refused') {
    const { reason, detail } = outcome
    return json({ kind: null, reason, statements: [], notes: [detail] })
  }
  if (outcome.kind === 'unchanged') throw new Error('a first look found nothing changed')
  const notes = [...outcome.notes]
  const shown = await Promise.all(
    outcome.entries.slice(0, SHOWN).map((entry) => statementOf(entry, source, get, agent, notes)),
  )
  return json({ kind: outcome.readAs, reason: null, statements: shown, notes })
}

async function statementOf(
  entry: ListingEntry,
  source: Source,
  get: Get,
  agent: string,
  notes: string[],
) {
  const page = entry.complete ? undefined : await readPage(entry.url, source, get, agent)
  if (page?.kind === 'refused') notes.push(`${entry.url}: ${page.detail}`)
  const sighting = sightingOf(entry, page?.kind === 'read' ? page.article : undefined, source)
  const { url, title, published, language, text } = sighting
  return { url, title, published: published ?? null, language, text }
}
