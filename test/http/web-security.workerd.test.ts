import { exports } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { BASE, OPERATOR } from '../workerd/call.ts'

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return await exports.default.fetch(new Request(`${BASE}${path}`, { headers, redirect: 'manual' }))
}

/** Pages of every kind, errors among them. */
const PAGES = [
  { path: '/', status: 200 },
  { path: '/?q=%28', status: 422 },
  { path: '/?q=bridge', status: 200 },
  { path: '/status', status: 200 },
  { path: '/api', status: 200 },
  { path: '/nothing', status: 404 },
  { path: '/statements/none-1', status: 404 },
  { path: '/publishers/none', status: 404 },
  { path: '/desk', status: 401 },
  { path: '/desk/nothing', status: 401 },
]

it.each(PAGES)(
  '$path ($status) says what may run, load, frame and send',
  async ({ path, status }) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    const { headers } = response
    const policy = headers.get('content-security-policy') ?? ''
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "base-uri 'none'",
    ]) {
      expect(policy).toContain(rule)
    }
    expect(policy).not.toMatch(/unsafe|\*|data:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toMatch(/^(no-referrer|same-origin)$/)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    const html = await response.text()
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<script(?! src="\/script\.js" )|javascript:/i)
  },
)

it.each([
  { because: 'a proxy\u2019s word for the host', headers: { 'x-forwarded-host': 'evil.example' } },
  {
    because: 'its older spelling',
    headers: { 'x-host': 'evil.example', forwarded: 'host=evil.example' },
  },
  { because: 'another path', headers: { 'x-original-url': '/desk', 'x-rewrite-url': '/desk' } },
  { because: 'another scheme', headers: { 'x-forwarded-proto': 'http' } },
  { because: 'somebody\u2019s cookie', headers: { cookie: '__Host-bayan=1.2.3; lang=ar' } },
  { because: 'somebody\u2019s token', headers: { authorization: 'Bearer nonsense' } },
])('what is kept for everybody does not change by $because', async ({ headers }) => {
  const at = (html: string) => html.replace(/<time[^>]*>[^<]*<\/time>/g, '')
  for (const path of ['/?lang=en', '/api?lang=en', '/feeds.opml']) {
    const [plain, other] = await Promise.all([get(path), get(path, headers)])
    expect(at(await other.text()), path).toBe(at(await plain.text()))
    expect(other.headers.get('cache-control'), path).toBe(plain.headers.get('cache-control'))
  }
})

it('tells caches by what else a page changes', async () => {
  for (const path of ['/', '/status']) {
    const [arabic, english] = await Promise.all([
      get(path, { 'accept-language': 'ar' }),
      get(path, { 'accept-language': 'en' }),
    ])
    expect(await arabic.text()).not.toBe(await english.text())
    expect(arabic.headers.get('vary')).toContain('accept-language')
  }
  const [text, open] = await Promise.all([
    get('/metrics'),
    get('/metrics', { accept: 'application/openmetrics-text' }),
  ])
  expect(text.headers.get('content-type')).not.toBe(open.headers.get('content-type'))
  expect(text.headers.get('vary')).toContain('accept')
  expect(text.headers.get('cache-control')).toContain('no-store')
})

it('keeps for nobody what only the operator may see', async () => {
  for (const path of ['/status', '/api/v1/status', '/metrics', '/api/v1/publishers', '/desk']) {
    expect((await get(path, OPERATOR)).headers.get('cache-control'), path).toContain('private')
  }
})

it.each([
  { because: 'in the language', path: '/?lang=%22%3E%3Cscript%3Ealert(1)%3C/script%3E' },
  { because: 'in the question', path: '/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E' },
  { because: 'in a filter', path: '/?publisher=%22%3E%3Cscript%3Ealert(1)%3C/script%3E' },
  { because: 'in a date', path: '/?since=%22%3E%3Cscript%3Ealert(1)%3C/script%3E' },
  { because: 'in the path', path: '/%22%3E%3Cscript%3Ealert(1)%3C/script%3E' },
  { because: 'in an id', path: '/statements/%3Cscript%3Ealert(1)%3C%2Fscript%3E-1' },
  { because: 'on the way to the desk', path: '/desk/%22%3E%3Cscript%3Ealert(1)%3C/script%3E' },
])('gives back no markup that came $because', async ({ path }) => {
  expect(await (await get(path)).text()).not.toContain('<script>alert')
})

it.each([
  '/desk/sources%0d%0aset-cookie:a=b',
  '/%0d%0aset-cookie:a=b',
  '/?lang=en%0d%0aset-cookie:a=b',
])('lets no address write a header: %s', async (path) => {
  const { headers } = await get(path)
  expect(headers.get('set-cookie')).toBeNull()
})

it('does not take an assertion of Access where none is set up', async () => {
  const response = await get('/desk', { 'cf-access-jwt-assertion': 'e30.e30.AAAA' })
  expect(response.status).toBe(401)
})

it('gives its badge as a picture that runs nothing', async () => {
  const response = await get('/status.svg?lang=en')
  expect(response.headers.get('content-type')).toBe('image/svg+xml')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await response.text()).toContain('aria-label="Bayan: ')
})

it('stops a client that searches without end, and nobody else', async () => {
  const ask = async (client: string, path = '/?lang=en&q=bridge') =>
    (await get(path, { 'cf-connecting-ip': client })).status
  const statuses: number[] = []
  for (let at = 0; at < 62; at += 1) statuses.push(await ask('203.0.113.7'))
  expect(statuses.slice(0, 50).every((status) => status === 200)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
  expect(await ask('203.0.113.7', '/api/v1/statements?q=bridge')).toBe(429)
  expect(await ask('203.0.113.7', '/')).toBe(200)
  expect(await ask('203.0.113.8')).toBe(200)
})

it('takes the addresses of one house for one client: IPv6 gives it a whole network', async () => {
  const ask = async (client: string) =>
    (await get('/?lang=en&q=bridge', { 'cf-connecting-ip': client })).status
  for (let at = 0; at < 60; at += 1) await ask(`2001:db8:7::${at.toString(16)}`)
  expect(await ask('2001:db8:7::ffff:1')).toBe(429)
  expect(await ask('2001:db8:7:1::1')).toBe(200)
})

it.each(['ar', 'en'])('leads /%s to the front page in that language', async (language) => {
  const response = await get(`/${language}`)
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe(`/?lang=${language}`)
})

it.each([
  { because: 'a path of another version', method: 'GET', path: '/api/v2/status' },
  { because: 'a method that the page does not take', method: 'POST', path: '/api' },
])('tells callers of the API where its calls are: $because', async ({ method, path }) => {
  const response = await exports.default.fetch(
    new Request(`https://bayan.example${path}`, { method }),
  )
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const { detail, detail_ar: arabic } = await response.json<Record<string, string>>()
  expect(detail).toContain(`"${method} ${path}". The page /api lists all calls.`)
  expect(arabic).toContain('النداءات')
})
