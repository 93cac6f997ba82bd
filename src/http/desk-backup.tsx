import { Hono } from 'hono/tiny'
import { BackupPage } from '../pages/desk/backup-page.tsx'
import type { BayanEnv } from '../platform/env.ts'
import { readForm } from './admission.ts'
import { atDesk, deskPage, failed, refusalIn, sentOn } from './desk-answers.ts'
import { sendToApi } from './call-api.ts'

/** `/desk/backup`: what the API gives out and takes in as a whole. */
export const deskBackup = new Hono<{ Bindings: BayanEnv }>()

const FILES: Readonly<Record<string, string>> = {
  'bayan-config.json': '/config',
  'bayan-config-with-secrets.json': '/config?secrets=include',
  'bayan-statements.jsonl': '/export',
}

deskBackup.get('/', (context) => deskPage(<BackupPage {...atDesk(context).props} />))

deskBackup.get('/:file', async (context) => {
  const file = context.req.param('file')
  const path = Object.hasOwn(FILES, file) ? FILES[file] : undefined
  if (path === undefined) return sentOn('/desk/backup', atDesk(context).lang)
  const answer = await sendToApi(context.env, 'GET', path)
  // A new answer: what another part of the worker made cannot be written to.
  const response = new Response(answer.body, answer)
  response.headers.set('content-disposition', `attachment; filename="${file}"`)
  return response
})

deskBackup.post('/config', async (context) => {
  const form = await readForm(context.req.raw)
  if (form.kind === 'refused') return form.response
  const { lang, props } = atDesk(context)
  const document = form.value.get('config') ?? ''
  const answer = await sendToApi(context.env, 'PUT', '/config', document)
  const refusal = refusalIn({ status: answer.status, body: await answer.json() })
  if (refusal === undefined) return sentOn('/desk/backup', lang, 'saved')
  const outcome = failed(refusal, lang)
  return deskPage(<BackupPage {...props} {...{ refusal, outcome, document }} />, 422)
})
