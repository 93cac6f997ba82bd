import * as v from 'valibot'
import type { Archived } from '../objects/restore-statement.ts'
import type { BayanEnv } from '../platform/env.ts'
import { Published, allSnapshotKey } from '../platform/published.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import { admitBody, readJson } from './admission.ts'
import { json } from './answers.ts'
import { applyConfig } from './config.ts'
import { readExportLine } from './export-line.ts'
import { jsonLines } from './json-lines.ts'
import { deskOf, publisherOf } from './objects.ts'
import { problem, unknownStatement } from './problem.ts'

export const eraseSchema = v.strictObject({
  reason: v.pipe(v.string('type'), v.maxLength(500, 'long')),
})

/** `POST …/erase {"reason": "…"}`: text and wordings go everywhere, identity and a tombstone stay. */
export async function eraseStatement(
  request: Request,
  env: BayanEnv,
  id: string,
): Promise<Response> {
  const asked = await admitBody(eraseSchema, request)
  if (asked.kind === 'refused') return asked.response
  const parsed = parseStatementId(id)
  const isKnown =
    parsed !== undefined &&
    (await publisherOf(env, parsed.publisher).eraseStatement(parsed.number, asked.value.reason))
  return isKnown ? new Response(null, { status: 204 }) : unknownStatement(id)
}

/**
 * `GET /api/v1/export`: everything that was kept, as JSON Lines, a page at a time. The settings are
 * not in it: `GET /api/v1/config` gives them, secrets only when asked for by name.
 */
export async function serveExport(env: BayanEnv): Promise<Response> {
  const desk = deskOf(env)
  const [authority, publishers] = await Promise.all([desk.authority(), desk.publishers()])
  const waiting = publishers.map(({ id }) => id)
  let after = 0
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const head = { kind: 'deployment', format: 1, authority }
      controller.enqueue(encoder.encode(`${JSON.stringify(head)}\n`))
    },
    pull: async (controller) => {
      const [id] = waiting
      if (id === undefined) return controller.close()
      const { statements, next } = await publisherOf(env, id).exportPage(after)
      for (const one of statements) {
        const line = JSON.stringify({ kind: 'statement', ...one })
        controller.enqueue(encoder.encode(`${line}\n`))
      }
      after = next ?? 0
      if (next === null) {
        const learned = Object.entries(await publisherOf(env, id).volatile())
        for (const [source, parts] of learned.filter(([, list]) => list.length > 0)) {
          const line = { kind: 'volatile', format: 1, publisher: id, source, parts }
          controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
        }
        waiting.shift()
      }
      // A pull that gives nothing is not followed by another.
      if (waiting.length === 0) controller.close()
      else if (statements.length === 0) controller.enqueue(encoder.encode('\n'))
    },
  })
  return new Response(body, {
    headers: { 'content-type': 'application/jsonl', 'cache-control': 'private, no-store' },
  })
}

/** Statements that go to their object in one call. */
const BATCH = 20

/**
 * `POST /api/v1/import`: what `export` gave, into a deployment that has not got it, before its
 * settings are saved; in as many pieces as the plan's limits ask for. The same twice is the same once.
 */
export async function importLines(request: Request, env: BayanEnv): Promise<Response> {
  const batches = new Map<string, Archived[]>()
  let restored = 0
  let read = 0
  const flush = async (publisher: string) => {
    restored += await publisherOf(env, publisher).restore(batches.get(publisher) ?? [])
    batches.delete(publisher)
  }
  for await (const value of jsonLines(request)) {
    const line = readExportLine(value)
    if (line === undefined) {
      // What stands before it is taken, as the answer says: only the rest is sent again.
      for (const publisher of batches.keys()) await flush(publisher)
      return notAnExport(read + 1)
    }
    read += 1
    if (line.kind === 'deployment') {
      if (!(await mintsAs(line.authority, env))) return otherAuthority()
      continue
    }
    const { publisher } = line
    if (line.kind === 'volatile') {
      await publisherOf(env, publisher).restoreVolatile(line.learned)
      continue
    }
    const batch = batches.get(publisher) ?? []
    batch.push(line.archived)
    batches.set(publisher, batch)
    if (batch.length >= BATCH) await flush(publisher)
  }
  for (const publisher of batches.keys()) await flush(publisher)
  return json({ lines: read, restored })
}

/** False where this deployment has given ids of its own already. */
async function mintsAs(authority: string, env: BayanEnv): Promise<boolean> {
  return (await deskOf(env).authority(authority)) === authority
}

function notAnExport(line: number): Response {
  return problem(422, 'Not admitted', {
    en: `Line ${line} is not a line of an export. What came before it was taken; mend it and send the rest.`,
    ar: `السطر ${line} ليس من ملف تصدير. أُخذ ما قبله؛ أصلحه وأرسل الباقي.`,
  })
}

function otherAuthority(): Response {
  return problem(409, 'Another deployment', {
    en: 'This deployment gives ids of its own already. Import into one that was not set up yet.',
    ar: 'لهذا النشر معرّفات أُعطيت من قبل. استورد إلى نشر لم يُهيأ بعد.',
  })
}

/**
 * `POST /api/v1/rebuild` with the exported configuration: fills the objects from KV. The publishers'
 * objects are told first, so that none of them polls before its statements are back.
 */
export async function rebuild(request: Request, env: BayanEnv): Promise<Response> {
  const body = await readJson(request)
  if (body.kind === 'refused') return body.response
  const opened = await new Published(env.PUBLISHED).openSnapshot(allSnapshotKey)
  await opened?.body.cancel()
  if (opened !== undefined && !(await mintsAs(opened.note.authority, env))) return otherAuthority()
  return await applyConfig(body.value, env, async (publishers) => {
    for (const { id } of publishers) await publisherOf(env, id).rebuild()
  })
}
