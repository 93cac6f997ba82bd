import { env, exports } from 'cloudflare:workers'
import { beforeAll, expect, it, vi } from 'vitest'
import { bodyText } from '../workerd/body-text.ts'
import { BASE, call } from '../workerd/call.ts'
import { resetInternet, messagesSeen, setPage } from '../workerd/internet.ts'
import { follow, pollOne, publish, publisherWith } from './desk-client.ts'

const KEY = 'mt-key-0123456789'
const SERVER = { provider: 'libretranslate', url: 'https://mt.example', key: KEY }

async function publishTexts(id: string, ...texts: readonly string[]): Promise<void> {
  const items = texts.map((text, n) => ({
    n: n + 1,
    title: `بيان عن ${text}`,
    text: `أعلن المجلس ${text}.`,
  }))
  await publish(id, items.toReversed())
}

async function serverAnswers(status: number, body: object, more: object = {}): Promise<void> {
  const type = { 'content-type': 'application/json' }
  await setPage('https://mt.example/translate', {
    status,
    headers: type,
    body: JSON.stringify(body),
    ...more,
  })
}

interface Shown {
  readonly machineTranslation: { readonly by: string; readonly text: string } | null
}

async function shown(id: string): Promise<Shown> {
  const answer = await exports.default.fetch(new Request(`${BASE}/api/v1/statements/${id}`))
  return await answer.json<Shown>()
}

/** The machine's part of the state: asked of the object, since the desk keeps its answer a minute. */
async function translator() {
  return await env.TRANSLATOR.getByName('translator').report()
}

beforeAll(resetInternet)

it('is off until it is set up, keeps its key to itself, and refuses what cannot work', async () => {
  expect((await call('GET', '/api/v1/translation')).status).toBe(404)
  expect(await (await call('GET', '/api/v1/config')).json()).toMatchObject({ translation: null })
  for (const [body, field] of [
    [{ provider: 'libretranslate', url: 'http://10.0.0.1/' }, 'url'],
    [{ provider: 'libretranslate' }, 'url'],
    [{ provider: 'workers-ai' }, 'provider'],
    [{ ...SERVER, afterHours: 1_000 }, 'afterHours'],
    [{ ...SERVER, daily: 0 }, 'daily'],
    [{ provider: 'oracle' }, 'provider'],
  ] as const) {
    const refused = await call('PUT', '/api/v1/translation', body)
    expect(refused.status, field).toBe(422)
    const { errors } = await refused.json<{ errors: { field: string; detail_ar: string }[] }>()
    expect(errors[0]?.field).toBe(field)
    expect(errors[0]?.detail_ar).toMatch(/\p{Script=Arabic}/u)
  }
  const saved = await call('PUT', '/api/v1/translation', { ...SERVER, enabled: false })
  expect(saved.status).toBe(201)
  const open = [
    await saved.text(),
    await (await call('GET', '/api/v1/translation')).text(),
    await (await call('GET', '/api/v1/config')).text(),
    await bodyText(await call('GET', '/api/v1/export')),
  ].join('\n')
  expect(open).not.toContain(KEY)
  const whole = await call('GET', '/api/v1/config?secrets=include')
  expect(await whole.json()).toMatchObject({ translation: { key: KEY } })
  // Sent back masked it stays; for another address it does not.
  const again = await (await call('GET', '/api/v1/translation')).json<object>()
  expect((await call('PUT', '/api/v1/translation', again)).status).toBe(200)
  expect(await (await call('GET', '/api/v1/config?secrets=include')).text()).toContain(KEY)
  const elsewhere = { ...again, url: 'https://thief.example' }
  expect((await call('PUT', '/api/v1/translation', elsewhere)).status).toBe(422)
})

it('translates what nobody else will, and says so; a failure is told with what to mend', async () => {
  await publishTexts('solo', 'فتح الجسر')
  await follow(publisherWith('solo'))
  await serverAnswers(403, { error: `Invalid API key: ${KEY}` })
  const setting = { ...SERVER, afterHours: 0, unexpected: true }
  expect((await call('PUT', '/api/v1/translation', setting)).status).toBe(200)
  await vi.waitFor(async () => expect((await translator())?.failing?.reason).toBe('key'), 8_000)
  const status = await translator()
  expect(status).toMatchObject({ enabled: true, waiting: 1, made: 0 })
  expect(JSON.stringify(status)).not.toContain(KEY)
  const told = await (
    await call('GET', '/api/v1/status')
  ).json<{ translation: { failing: { words: { en: string } } } }>()
  expect(told.translation.failing.words.en).toContain('Save the settings with a key')
  const hidden = await exports.default.fetch(new Request(`${BASE}/api/v1/status`))
  expect(await hidden.json()).not.toHaveProperty('translation')
  // Saved again, it is tried at once.
  await serverAnswers(200, {
    translatedText: 'The council opens the bridge to all of its people today',
  })
  expect((await call('PUT', '/api/v1/translation', setting)).status).toBe(200)
  await vi.waitFor(async () => {
    expect((await shown('solo-1')).machineTranslation).toMatchObject({
      by: 'machine',
      language: 'en',
      provider: 'libretranslate',
      model: 'LibreTranslate',
      text: 'The council opens the bridge to all of its people today',
      truncated: false,
    })
  }, 8_000)
  const sent = (await messagesSeen()).filter(({ url }) => url === 'https://mt.example/translate')
  expect(JSON.parse(sent.at(-1)?.body ?? '')).toMatchObject({
    source: 'ar',
    target: 'en',
    api_key: KEY,
  })
  expect(await translator()).toMatchObject({ waiting: 0, made: 1, failing: null })
  const page = await (
    await exports.default.fetch(new Request(`${BASE}/statements/solo-1?lang=ar`))
  ).text()
  expect(page).toContain('The council opens the bridge')
  expect(page).toContain('Machine translation')
  expect(page, 'where the server is, is nobody\u2019s business').not.toContain('mt.example')
})

it('keeps no poll waiting while its machine hangs', async () => {
  await serverAnswers(200, { translatedText: 'too late' }, { delayMs: 5_000 })
  await publishTexts('solo', 'فتح الجسر', 'فتح السوق')
  expect(await pollOne('solo')).toMatchObject({ appeared: 1 })
  const asked = async () =>
    (await messagesSeen()).filter(({ body }) => body.includes('السوق')).length
  await vi.waitFor(async () => expect(await asked()).toBe(1), 8_000)
  expect(await translator(), 'it hangs, and goes on waiting').toMatchObject({ waiting: 1 })
  await publishTexts('solo', 'فتح الجسر', 'فتح السوق', 'فتح المدرسة')
  const began = Date.now()
  expect(await pollOne('solo')).toMatchObject({ appeared: 1 })
  expect(Date.now() - began).toBeLessThan(4_500)
})

it('takes all of it away when the operator ends it', async () => {
  expect((await call('DELETE', '/api/v1/translation')).status).toBe(204)
  expect((await call('DELETE', '/api/v1/translation')).status).toBe(404)
  await vi.waitFor(async () => {
    expect((await shown('solo-1')).machineTranslation).toBeNull()
  }, 8_000)
  expect(await translator()).toBeUndefined()
})
