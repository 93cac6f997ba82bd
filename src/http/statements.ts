import { Hono } from 'hono/tiny'
import { machineHtml } from '../feeds/machine-entry.ts'
import { type Snapshot, type SnapshotEntry, bodyHtml } from '../feeds/snapshot.ts'
import { plainText } from '../feeds/xml-bytes.ts'
import type { BayanEnv } from '../platform/env.ts'
import { kvKeys, SLUG } from '../platform/kv-keys.ts'
import { Published } from '../platform/published.ts'
import type { Erasure, PublishedStatement } from '../statements/revision-list.ts'
import type { Statement, Translation } from '../statements/statement.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import { TRANSLATION_STATES, translationState } from '../statements/translation-state.ts'
import { htmlToText } from '../text/html-text.ts'
import { LANGUAGES } from '../text/language.ts'
import { compileWatches } from '../watches/compile.ts'
import { parseQuery } from '../watches/parse-query.ts'
import { items, publicJson } from './answers.ts'
import { findStatement } from './find-statement.ts'
import { wordings } from './wordings.ts'
import {
  type FieldProblem,
  nothingOf,
  problem,
  unknownStatement,
  unprocessableQuery,
} from './problem.ts'
import { wrong } from './mistake.ts'
import { searchWatch } from './search-watch.ts'
import { parseLimit } from './page-limit.ts'
import { PAGE, type Question, findPage } from './statement-page.ts'
import { queryProblem, tellMistake } from './tell-mistake.ts'
import { parseCursor } from './walk-cursor.ts'

const LIST_AGE_SECONDS = 60
const STATEMENT_AGE_SECONDS = 60

/** The public reads of statements: from KV, never from an object unless KV has not got it yet. */
export const statements = new Hono<{ Bindings: BayanEnv }>()

statements.get('/', async ({ req, env }) => {
  const asked = readQuestion((name) => req.query(name))
  if (asked.kind === 'refused') return unprocessableQuery(asked.errors)
  const found = await findPage(env, asked.question)
  if (found === undefined) return nothingOf(asked.question.publisher ?? '')
  const { page, cursor, stateOf } = found
  const shownPage = page.map((entry) => ({
    ...shownEntry(entry),
    translationState: stateOf(entry),
  }))
  return publicJson(items(shownPage, cursor), LIST_AGE_SECONDS)
})

statements.get('/:id', async ({ req, env }) => {
  const id = req.param('id')
  const found = await findStatement(env, id)
  if (found === undefined) return unknownStatement(id)
  if (found.erased !== undefined) return erased(found.erased)
  const { statement, awaitsUntil } = found
  const state = translationState(statement, awaitsUntil, new Date().toISOString())
  const whole = {
    ...shown(statement),
    translationState: state,
    cluster: shownCluster(found.cluster),
    machineTranslation: machineOf(found),
  }
  return publicJson(whole, STATEMENT_AGE_SECONDS)
})

statements.get('/:id/revisions', async ({ req, env }) => {
  const id = req.param('id')
  const found = await findStatement(env, id)
  if (found === undefined) return unknownStatement(id)
  if (found.erased !== undefined) return erased(found.erased)
  const cursor = req.query('cursor')
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor))
    return unprocessableQuery([tellMistake(wrong('cursor'))])
  const page = await wordings(env, found, cursor === undefined ? undefined : Number(cursor))
  return publicJson(items(page.list, page.cursor), STATEMENT_AGE_SECONDS)
})

/** Where else the same text was published, the first seen first; null where nothing is known. */
function shownCluster(cluster: PublishedStatement['cluster']) {
  const [first] = cluster ?? []
  if (first === undefined) return null
  const statements = (cluster ?? []).map(({ id, seen }) => {
    return { id, publisher: parseStatementId(id)?.publisher ?? '', seen }
  })
  return { firstSeen: first.seen, statements }
}

/** The tombstone: that there was a statement, and why it is here no more. */
function erased({ at, reason }: Erasure): Response {
  return problem(410, 'Erased', {
    en: `The operator erased this statement at ${at}. Reason: ${reason}`,
    ar: `محا المشغّل هذا البيان في ${at}. السبب: ${reason}`,
  })
}

function readQuestion(
  query: (name: string) => string | undefined,
):
  | { readonly kind: 'asked'; readonly question: Question }
  | { readonly kind: 'refused'; readonly errors: FieldProblem[] } {
  const errors: FieldProblem[] = []
  const oneOf = (name: string, allowed: readonly string[]) => {
    const value = query(name)
    if (value === undefined || allowed.includes(value)) return value
    errors.push({
      field: name,
      en: `Use one of: ${allowed.join(', ')}.`,
      ar: `استعمل واحدًا من: ${allowed.join('، ')}.`,
    })
    return undefined
  }
  const time = (name: string) => {
    const value = query(name)
    if (value === undefined) return undefined
    const at = Date.parse(value)
    if (!Number.isNaN(at)) return new Date(at).toISOString()
    errors.push({
      field: name,
      en: 'Write a time as 2018-11-26T00:00:00Z.',
      ar: 'اكتب الوقت هكذا: 2018-11-26T00:00:00Z.',
    })
    return undefined
  }
  const publisher = query('publisher')
  if (publisher !== undefined && !SLUG.test(publisher)) {
    errors.push(tellMistake(wrong('publisher', 'slug')))
  }
  // Empty, as a form sends it, is none.
  const cursor = query('cursor') || undefined
  // To begin again at the first page would hand everything out a second time.
  if (cursor !== undefined && parseCursor(cursor) === undefined)
    errors.push(tellMistake(wrong('cursor')))
  const q = query('q')
  const parsed = q === undefined ? undefined : parseQuery(q)
  if (parsed?.kind === 'refused') errors.push(queryProblem('q', parsed.error))
  const limit = parseLimit(query('limit'), PAGE)
  if (limit === undefined) errors.push(tellMistake(wrong('limit')))
  const question = {
    publisher,
    language: oneOf('language', LANGUAGES),
    since: time('since'),
    until: time('until'),
    changedSince: time('changed_since'),
    state: oneOf('state', ['current', 'withdrawn']),
    translation: oneOf('translation', TRANSLATION_STATES),
    limit: limit ?? PAGE,
    from: cursor === undefined ? undefined : parseCursor(cursor),
    compiled:
      q === undefined || parsed?.kind === 'refused' ? undefined : compileWatches([searchWatch(q)]),
  }
  return errors.length > 0 ? { kind: 'refused', errors } : { kind: 'asked', question }
}

/** A snapshot whole; undefined where there is none, or the publisher was deleted. */
export async function loadSnapshot(env: BayanEnv, of: string): Promise<Snapshot | undefined> {
  return await new Published(env.PUBLISHED).loadSnapshot(kvKeys.snapshot(of))
}

type Shown = Omit<Statement, 'tag' | 'translation'> & {
  readonly translation: Pick<Translation, 'id' | 'by' | 'confidence'> | null
}

/** A statement in the form of the contract. */
function shown(statement: Shown) {
  const { id, publisher, source, language, url, title, text, html } = statement
  const { published, firstSeen, updated, state, revision, translation, contentHash } = statement
  const { stateSince = null, divergedSince = null, author = null, modified = null } = statement
  const partner =
    translation === null
      ? null
      : { id: translation.id, by: translation.by, confidence: translation.confidence }
  return {
    id,
    publisher,
    source,
    language,
    url,
    title,
    text,
    html,
    author,
    published,
    modified,
    firstSeen,
    updated,
    state,
    stateSince,
    divergedSince,
    revision,
    translation: partner,
    contentHash,
  }
}

/** What a machine made of it: never under a name that a translation of the publisher's has. */
function machineOf({ machine }: PublishedStatement) {
  if (machine === undefined) return null
  const { language, title, text, provider, model, made, truncated = false } = machine
  const html = machineHtml(machine)
  return { by: 'machine', language, title, text, html, provider, model, made, truncated }
}

function shownEntry(entry: SnapshotEntry) {
  const html = bodyHtml(entry)
  const title = plainText(entry.title)
  return { ...shown({ ...entry, title, html, text: htmlToText(html) }), truncated: entry.truncated }
}
