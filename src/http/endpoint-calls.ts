import * as v from 'valibot'
import { sha256Hex } from '../statements/content-hash.ts'
import type { Endpoint } from '../deliveries/endpoint.ts'
import type { BayanEnv } from '../platform/env.ts'
import type { Words } from '../text/language.ts'
import { admitBody } from './admission.ts'
import { json } from './answers.ts'
import { whole } from './endpoint-schema.ts'
import { deskOf, endpointOf } from './objects.ts'
import { notFound, problem } from './problem.ts'

/** What the operator does with an endpoint besides saving it. */

/** Sends the endpoint a test message in its final form, and answers with the attempt. */
export async function sendTest(env: BayanEnv, id: string): Promise<Response> {
  if ((await find(env, id)) === undefined) return notFound(unknownEndpoint(id))
  const at = new Date().toISOString()
  const delivery = {
    id: `msg_${await sha256Hex(`test ${id} ${at} ${crypto.randomUUID()}`)}`,
    endpoint: id,
    message: { kind: 'test', at } as const,
  }
  const attempt = await endpointOf(env, id).sendTest(id, delivery)
  if (attempt === undefined) {
    return problem(409, 'Not sent', {
      en: `"${id}" cannot be sent to now; its state in /api/v1/status says why.`,
      ar: `لا يمكن الإرسال إلى "${id}" الآن؛ السبب في /api/v1/status.`,
    })
  }
  return json({ delivery: delivery.id, attempt })
}

export const sinceSchema = v.strictObject({
  since: v.pipe(v.string('instant'), v.isoTimestamp('instant')),
})

/** Sends again, each under its id, what was given up since a moment. */
export async function replaySince(request: Request, env: BayanEnv, id: string): Promise<Response> {
  const admitted = await admitBody(sinceSchema, request)
  if (admitted.kind === 'refused') return admitted.response
  if ((await find(env, id)) === undefined) return notFound(unknownEndpoint(id))
  const replayed = await endpointOf(env, id).replaySince(Date.parse(admitted.value.since))
  if (replayed === 'disabled') return endpointDisabled(id)
  return json({ endpoint: id, replayed }, 202)
}

export const graceSchema = v.strictObject({
  graceHours: v.optional(whole(0, 720), 24),
})

const SECRET_BYTES = 32

/**
 * Gives a webhook another signing secret, shown this once. Until the grace ends every message carries
 * both signatures.
 */
export async function rotateSecret(request: Request, env: BayanEnv, id: string): Promise<Response> {
  const admitted = await admitBody(graceSchema, request)
  if (admitted.kind === 'refused') return admitted.response
  const known = await find(env, id)
  if (known === undefined) return notFound(unknownEndpoint(id))
  const secrets = known.secret.split(' ')
  const [current = ''] = secrets
  // A key of ed25519 beside it is no old secret: it must not end with the grace.
  if (known.kind !== 'webhook' || !secrets.every((each) => each.startsWith('whsec_'))) {
    return problem(409, 'Not rotated', {
      en: 'Only a secret "whsec_…" of a webhook is made here. Save the endpoint with the new one.',
      ar: 'يولد هنا سر webhook الذي يبدأ بـ whsec_ فقط. احفظ الوجهة مع السر الجديد.',
    })
  }
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES))
  const secret = `whsec_${btoa(String.fromCharCode(...bytes))}`
  const { graceHours } = admitted.value
  const graceEnds = new Date(Date.now() + graceHours * 3_600_000).toISOString()
  await deskOf(env).saveEndpoint({ ...known, secret: `${secret} ${current}`, graceEnds })
  return json({ endpoint: id, secret, graceEnds })
}

async function find(env: BayanEnv, id: string): Promise<Endpoint | undefined> {
  return (await deskOf(env).endpoints()).find((endpoint) => endpoint.id === id)
}

export function unknownEndpoint(id: string): Words {
  return { en: `There is no endpoint "${id}".`, ar: `لا توجد وجهة باسم "${id}".` }
}

export function endpointDisabled(id: string): Response {
  return problem(409, 'Disabled', {
    en: `"${id}" is disabled. Send it a test that arrives, then replay.`,
    ar: `"${id}" معطلة. أرسل إليها رسالة تجريبية تصل، ثم أعد الإرسال.`,
  })
}
