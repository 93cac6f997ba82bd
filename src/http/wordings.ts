import type { BayanEnv } from '../platform/env.ts'
import { Published } from '../platform/published.ts'
import type { Revision } from '../statements/statement.ts'
import type { RevisionNote } from '../statements/revision-list.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import type { Found } from './find-statement.ts'
import { publisherOf } from './objects.ts'

/** The older wordings lie under keys of their own, and an answer reads six values at most. */
const WORDINGS = 5

/**
 * A page of wordings with their texts, oldest first, the newest of them before a number; `text` is
 * null where KV has not got one yet. `cursor` leads to those before, null where there are none.
 */
export async function wordings(env: BayanEnv, found: Found, before = Infinity) {
  const notes = found.revisions.filter(({ number }) => number < before)
  const page = notes.slice(-WORDINGS)
  const list = await Promise.all(
    page.map(async (note) => {
      const wording = await loadWording(env, found, note)
      return {
        ...note,
        class: note.class ?? null,
        text: wording?.text ?? null,
        html: wording?.html ?? null,
      }
    }),
  )
  return { list, cursor: page.length < notes.length ? String(page[0]?.number) : null }
}

/** A wording and the one before it; undefined where there are no two. */
export async function wordingsBetween(
  env: BayanEnv,
  found: Found,
  number: number,
): Promise<{ readonly before: Revision; readonly after: Revision } | undefined> {
  const at = found.revisions.findIndex((note) => note.number === number)
  const [earlier, later] = [found.revisions[at - 1], found.revisions[at]]
  if (earlier === undefined || later === undefined) return undefined
  const [before, after] = await Promise.all([
    loadWording(env, found, earlier),
    loadWording(env, found, later),
  ])
  return before === undefined || after === undefined ? undefined : { before, after }
}

async function loadWording(
  env: BayanEnv,
  found: Found,
  note: RevisionNote,
): Promise<Revision | undefined> {
  const { statement, fresh } = found
  const { text, html } = statement
  if (note.number === statement.revision) return { ...note, text, html }
  if (!fresh) return await new Published(env.PUBLISHED).loadRevision(statement.id, note.number)
  const number = parseStatementId(statement.id)?.number ?? 0
  const all = await publisherOf(env, statement.publisher).revisions(number)
  return all.find((one) => one.number === note.number)
}
