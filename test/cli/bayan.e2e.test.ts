import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Bayan, startBayan } from '../e2e/bayan.ts'
import { type Loopback, loopback } from '../e2e/loopback.ts'

const BAYAN = join(import.meta.dirname, '../../scripts/cli/bayan.mjs')

let bayan: Bayan
let site: Loopback
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bayan-cli-'))
  site = await loopback(({ url = '' }) => {
    if (url.startsWith('/hook')) return { type: 'text/plain', body: 'ok' }
    if (url === '/gone') return { status: 404, body: 'gone' }
    const text = '<content:encoded>أعلن المجلس فتح الجسر القديم بعد ترميمه.</content:encoded>'
    const item = `<item><title>فتح الجسر القديم</title><link>${site.url}/1</link><guid>1</guid>${text}</item>`
    const space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return {
      type: 'application/rss+xml',
      body: `<rss version="2.0" ${space}><channel><title>x</title>${item}</channel></rss>`,
    }
  })
  bayan = await startBayan()
})

afterAll(async () => {
  await bayan?.close()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const options = {
    env: { ...process.env, BAYAN_URL: bayan.url, ADMIN_TOKEN: bayan.token ?? '', ...env },
  }
  return await new Promise((resolve) => {
    execFile(process.execPath, [BAYAN, ...args], options, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}

it('goes the whole way of an operator, and says plainly how it ended', async () => {
  const checked = await run(['check', `${site.url}/feed`])
  expect(checked).toMatchObject({ code: 0 })
  expect(checked.out).toContain('فتح الجسر القديم')
  expect(await run(['check', `${site.url}/gone`])).toMatchObject({ code: 1 })

  const source = [
    'add',
    'source',
    `${site.url}/feed`,
    '--publisher',
    'madina',
    '--name-ar',
    'المدينة',
  ]
  expect(await run(source)).toMatchObject({ code: 0 })
  // Typed again with a name that was forgotten: the source stays one, the publisher is renamed.
  expect(await run([...source, '--name-en', 'City'])).toMatchObject({ code: 0 })
  const renamed = (await run(['status'])).out
  expect(renamed.match(/madina-ar/g)).toHaveLength(1)
  expect(renamed).toContain('madina  City')
  const endpoint = [
    'add',
    'endpoint',
    'desk',
    '--kind',
    'slack',
    '--url',
    `${site.url}/hook/a-secret-part`,
  ]
  expect(await run(endpoint)).toMatchObject({ code: 0 })
  expect((await run(['try-alert', 'desk'])).out).toMatch(/^delivered: 200 in \d+ ms/)
  expect(await run(['try-alert', 'nobody'])).toMatchObject({ code: 1 })
  const watch = ['add', 'watch', 'bridge', 'الجسر OR bridge', '--endpoint', 'desk']
  expect((await run(watch)).out).toContain('/feeds/watch/bridge.')
  // Asked anew without its endpoints, it still rings where it did.
  expect(await run(['add', 'watch', 'bridge', 'الجسر OR bridges'])).toMatchObject({ code: 0 })
  const { watches } = JSON.parse((await run(['export'])).out)
  expect(watches).toEqual([
    expect.objectContaining({ id: 'bridge', query: 'الجسر OR bridges', endpoints: ['desk'] }),
  ])
  expect(await run(endpoint)).toMatchObject({ code: 0 })
  const tried = await run(['try-watch', 'الجسر', '--text', 'على الجسـر', '--language', 'ar'])
  expect(tried.out).toContain('الجسر -> الجسـر')
  const missed = await run(['try-watch', 'الجسر', '--text', 'على النهر', '--language', 'ar'])
  expect(missed).toMatchObject({ code: 1 })
})

it('tells how everything is, and what was sent, and sends it again', async () => {
  const state = await run(['status'])
  expect(state).toMatchObject({ code: 0 })
  expect(state.out).toMatch(/madina-ar \[ar\] {2}.*\((ok|waiting)\)/)
  expect(state.out).toMatch(/^ {2}desk {2}ok/m)
  const log = await run(['deliveries', '--endpoint', 'desk', '--limit', '1'])
  expect(log.out).toMatch(/^\S+Z {2}(msg_\w+) {2}desk {2}delivered, 1 attempts, 200$/m)
  const [id = ''] = /msg_\w+/.exec(log.out) ?? []
  const replayed = await run(['deliveries', 'replay', id])
  expect(replayed).toMatchObject({ code: 0, out: `${id} is on its way again\n` })
  const since = ['--endpoint', 'desk', '--since', '2026-01-01T00:00:00Z']
  expect((await run(['deliveries', 'replay', ...since])).out).toContain('0 deliveries of desk')
  const arabic = { BAYAN_LANG: 'ar' }
  const refused = await run(['deliveries', '--state', 'lost'], arabic)
  expect(refused.code).toBe(1)
  expect(refused.err).toContain('state: الحالة "lost" غير معروفة.')
  expect((await run(['deliveries', 'replay', 'msg_none'], arabic)).err).toContain('لا توجد إرسالية')
})

it('carries the configuration out and in again, secrets only when asked', async () => {
  const [plain, whole, opml] = ['plain.json', 'whole.json', 'sources.opml'].map((name) =>
    join(folder, name),
  )
  expect(await run(['export', plain ?? ''])).toMatchObject({ code: 0 })
  expect(readFileSync(plain ?? '', 'utf8')).not.toContain('a-secret-part')
  expect(await run(['export', whole ?? '', '--secrets'])).toMatchObject({ code: 0 })
  expect(readFileSync(whole ?? '', 'utf8')).toContain('a-secret-part')
  expect(statSync(whole ?? '').mode & 0o077).toBe(0)
  expect(await run(['export', opml ?? '', '--opml'])).toMatchObject({ code: 0 })

  expect((await run(['import', whole ?? ''])).out).toContain('1 publishers, 1 watches, 1 endpoints')
  const again = await run(['import', opml ?? ''])
  expect(again.err).toContain('1/1')
  expect(again.out).toContain('1 sources imported')
  writeFileSync(plain ?? '', JSON.stringify({ endpoints: [], watches: [], publishers: [] }))
  expect((await run(['import', plain ?? ''])).out).toContain('0 publishers, 0 watches, 0 endpoints')
  // The id of what was deleted is not given again, and the refusal says so.
  const refused = await run(['import', whole ?? ''])
  expect(refused.code).toBe(1)
  expect(refused.err).toContain('madina')
})

it.each([
  { because: 'no such command', args: ['fly'], code: 2, said: 'There is no command "fly".' },
  { because: 'nothing to check', args: ['check'], code: 2, said: 'URL is missing.' },
  {
    because: 'half of it is missing',
    args: ['add', 'watch', 'w'],
    code: 2,
    said: 'QUERY is missing.',
  },
  {
    because: 'a folder is no file',
    args: ['import', tmpdir()],
    code: 2,
    said: 'cannot be used as a file',
  },
  { because: 'an unknown option', args: ['check', 'x', '--fast'], code: 2, said: '--fast' },
  {
    because: 'no such file',
    args: ['import', '/nonexistent.json'],
    code: 2,
    said: 'There is no file',
  },
  { because: 'an address that is none', args: ['check', 'not an address'], code: 1, said: 'url' },
])('ends with $code: $because', async ({ args, code, said }) => {
  const ended = await run(args)
  expect(ended.code).toBe(code)
  expect(ended.err).toContain(said)
})

it('knows a Bayan from another server', async () => {
  const other = await loopback(() => ({ type: 'text/html', body: '<h1>It works</h1>' }))
  try {
    const ended = await run(['status'], { BAYAN_URL: other.url })
    expect(ended.code).toBe(3)
    expect(ended.err).toContain('answers, but not as a Bayan does')
  } finally {
    await other.close()
  }
})

it('says who could not be reached, and that the token is wrong', async () => {
  const nobody = await run(['export'], { BAYAN_URL: 'http://127.0.0.1:9' })
  expect(nobody).toMatchObject({ code: 3 })
  expect(nobody.err).toContain('cannot be reached')
  const stranger = await run(['export'], { ADMIN_TOKEN: 'some-other-token-of-some-length' })
  expect(stranger).toMatchObject({ code: 1 })
  expect(stranger.err).toContain('401')
  expect(stranger.err).toContain('is not the operator')
  const none = await run(['export'], { BAYAN_URL: 'foo' })
  expect(none).toMatchObject({ code: 2 })
  expect(none.err).toContain('BAYAN_URL is "foo", which is no address.')
})
