import { HostTurns } from '../objects/host-turns.ts'
import { NO_MEMORY, RobotsGate } from '../objects/robots-gate.ts'
import { Serial } from '../objects/serial.ts'
import { type BayanEnv, addressPolicyOf, userAgentOf } from '../platform/env.ts'
import { guardedGet } from '../platform/guarded-fetch.ts'
import { logFault } from '../platform/log-fault.ts'
import { loadDetails } from '../platform/load-details.ts'
import { pathIsBroken } from '../sources/auto.ts'
import { discover, type Discovery } from '../sources/discover.ts'
import type { Get } from '../sources/get.ts'
import { LATE_NOTES } from '../sources/late-notes-table.ts'
import { noteOn } from '../sources/note-words-table.ts'
import { undeclaredLanguage, writtenAfter } from '../sources/undeclared-language.ts'
import { refusalNote } from '../sources/refusal-note.ts'
import { NOTHING_REMEMBERED, poll } from '../sources/poll.ts'
import { readPage } from '../sources/read-page.ts'
import type { ListingEntry, Refusal } from '../sources/reading.ts'
import { sightingOf } from '../sources/sighting-of.ts'
import { hostOf } from '../sources/listing-hosts.ts'
import { askersBeside, hostsOf } from '../sources/shared-hosts.ts'
import type { Source } from '../sources/source.ts'
import { addressProblem, selectorProblems } from './admit-settings.ts'
import { admitBody } from './admission.ts'
import { json } from './answers.ts'
import { textOf } from './member.ts'
import { type PreviewWords, chosenBecause, suggestion, whatHappened } from './preview-words.ts'
import { member } from '../text/json.ts'
import type { Words } from '../text/language.ts'
import { previewSchema } from './settings-schemas.ts'
import { wordsBeside } from './words-beside.ts'

/** As many as an operator can judge at a glance. */
const SHOWN = 5

/**
 * Shows what Bayan would read at an address: by which path and why, the newest statements as they
 * would be kept, and where nothing could be read what was found and what to try. Keeps nothing.
 */
export async function servePreview(request: Request, env: BayanEnv): Promise<Response> {
  const admitted = await admitBody(previewSchema, request, (given) => [
    ...addressProblem('url', textOf(given, 'url'), false, env),
    ...selectorProblems('selectors', member(given, 'selectors')),
  ])
  if (admitted.kind === 'refused') return admitted.response
  const { url, language, kind, selectors, utcOffset, timeZone, robots } = admitted.value
  const given = JSON.parse(JSON.stringify({ selectors, utcOffset, timeZone })) as Pick<
    Source,
    'selectors' | 'utcOffset' | 'timeZone'
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
  const policy = addressPolicyOf(env)
  const turns = turnsOfOne(env)
  const open = oneAtATime(turns.behind((asked) => guardedGet(asked, policy)))
  const agent = userAgentOf(env)
  // As polls will: a path that robots.txt forbids would be shown here and never be read.
  const world = { get: open, agent, clock: () => Date.now() }
  const get = robots === 'ignore' ? open : new RobotsGate(NO_MEMORY).behind(world)
  const words = await wordsBeside('preview', env)
  await loadDetails(env)
  try {
    await announce(source, env)
    await turns.press(url)
    return json(await previewOf({ source, get, agent, words }))
  } finally {
    await turns.end()
  }
}

/** Who has a host alone takes no turns there: it is told that somebody comes. */
async function announce(source: Source, env: BayanEnv): Promise<void> {
  const publishers = await env.DESK.getByName('desk').publishers()
  const [only, ...others] = askersBeside(source, publishers)
  if (only === undefined || others.length > 0) return
  await env.PUBLISHERS.getByName(only).expectGuest(hostsOf(source))
}

/**
 * Somebody waits: no pause that a site asked for counts, as for a poll by hand, but the host's turn does.
 * A preview does not know which hosts publishers share, and asks for each one's.
 */
function turnsOfOne(env: BayanEnv): HostTurns {
  const who = `preview ${crypto.randomUUID()}`
  return new HostTurns({
    sharedHost: hostOf,
    take: async (host, isPressing) => await env.HOSTS.getByName(host).take(who, isPressing),
    remembered: () => [],
    forgive: () => undefined,
    clock: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    log: (error) => {
      logFault({ at: 'preview' }, error)
    },
  })
}

/** The pages that are shown are on one host, mostly. */
function oneAtATime(get: Get): Get {
  const serial = new Serial()
  return (asked) => serial.run(() => get(asked))
}

interface Asked {
  readonly source: Source
  readonly get: Get
  readonly agent: string
  readonly words: PreviewWords
}

async function previewOf(asked: Asked) {
  const { source, get, agent, words } = asked
  const found = await look(source, get, agent)
  const { chosen, outcome, passed } = found
  if (outcome.kind === 'refused') return await refusedPreview(outcome, found, asked)
  if (outcome.kind === 'unchanged') throw new Error('a first look found nothing changed')
  const notes = [...passed, ...outcome.notes]
  const shown = await Promise.all(
    outcome.entries.slice(0, SHOWN).map((entry) => statementOf(entry, source, get, agent, notes)),
  )
  const other = undeclaredLanguage(
    {
      written: writtenAfter(
        {},
        shown.map(({ language }) => language),
      ),
    },
    source.language,
  )
  if (other !== undefined) notes.push(LATE_NOTES.undeclaredLanguage(other))
  const address = chosen?.url ?? source.url
  const why = chosenBecause(words, chosen?.because ?? 'operators-choice')
  return {
    kind: outcome.readAs,
    address,
    why,
    reason: null,
    said: null,
    try: null,
    statements: shown,
    ...inBoth(notes),
  }
}

async function look(source: Source, get: Get, agent: string): Promise<Discovery> {
  if (source.kind === 'auto') return await discover(source, get, agent)
  const outcome = await poll(source, NOTHING_REMEMBERED, get, agent)
  return { chosen: undefined, outcome, passed: [] }
}

/** What happened in words, and, where the kind was at fault, the kind that would do. */
async function refusedPreview(
  refusal: Refusal,
  { passed }: Discovery,
  { source, get, agent, words }: Asked,
) {
  const { selectors: _, ...bare } = source
  const other =
    source.kind !== 'auto' && pathIsBroken(refusal)
      ? await discover({ ...bare, kind: 'auto' }, get, agent)
      : undefined
  const better = other?.chosen?.kind === source.kind ? undefined : other?.chosen
  return {
    kind: null,
    address: source.url,
    why: null,
    reason: refusal.reason,
    said: whatHappened(words, refusal),
    try: better === undefined ? null : suggestion(words, better),
    statements: [],
    ...inBoth([refusalNote(refusal), ...passed]),
  }
}

function inBoth(notes: readonly Words[]) {
  return { notes: notes.map(({ en }) => en), notes_ar: notes.map(({ ar }) => ar) }
}

async function statementOf(
  entry: ListingEntry,
  source: Source,
  get: Get,
  agent: string,
  notes: Words[],
) {
  const page = entry.complete ? undefined : await readPage(entry, source, get, agent)
  if (page?.kind === 'refused') notes.push(noteOn(entry.url, refusalNote(page)))
  const article = page?.kind === 'read' ? page.article : undefined
  const seen = sightingOf(entry, article, source)
  const { url, title, published = null, modified = null, author = null, language, text } = seen
  return { url, title, published, updated: modified, author, language, text }
}
