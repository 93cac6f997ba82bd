import { exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { RSS_TYPE, rss } from '../objects/desk-client.ts'
import { FaultSite } from '../objects/fault-site.ts'
import { BASE, OPERATOR, TOKEN } from '../workerd/call.ts'
import { resetInternet, setPage } from '../workerd/internet.ts'
import { bodyText } from '../workerd/body-text.ts'

interface Sent {
  readonly cookie?: string | undefined
  readonly form?: Record<string, string | readonly string[]>
  readonly headers?: Record<string, string>
}

/** One request as a browser makes it; a form makes it a POST from our own page. */
async function go(path: string, { cookie, form, headers = {} }: Sent = {}): Promise<Response> {
  const pairs = Object.entries(form ?? {}).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )
  return await exports.default.fetch(
    new Request(`${BASE}${path}`, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        ...(form === undefined ? {} : { origin: BASE, 'sec-fetch-site': 'same-origin' }),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      ...(form === undefined ? {} : { body: new URLSearchParams(pairs) }),
    }),
  )
}

async function signIn(token = TOKEN, to = '/desk'): Promise<Response> {
  return await go('/desk/sign-in?lang=en', { form: { token, to } })
}

/** What a page of a source says was looked at, as its form sends it back. */
function lookedIn(html: string): string {
  const value = /name="looked" value="([^"]*)"/.exec(html)?.[1] ?? ''
  return value.replaceAll('&quot;', '"')
}

let cookie: string

beforeAll(async () => {
  await resetInternet()
  const response = await signIn()
  cookie = response.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
})

describe('the door of the desk', () => {
  it('gives a cookie that no script reads and no other site sends', async () => {
    const response = await signIn()
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/desk?lang=en')
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-bayan=\d+\.[0-9a-f]{32}\.[0-9a-f]{64}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/,
    )
    expect(response.headers.get('set-cookie')).not.toContain(TOKEN)
  })

  it.each([
    { because: 'it is another token', token: 'another-token-of-equal-len!!' },
    { because: 'nothing was typed', token: '' },
    { because: 'it could not stand in a header', token: `${TOKEN}\r\nx: y` },
    { because: 'it is no token of this world', token: 'رمز' },
  ])('stays shut: $because', async ({ token }) => {
    const response = await signIn(token)
    expect(response.status).toBe(401)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(await response.text()).toContain('This is not the token.')
  })

  it.each([
    '/desk',
    '/desk/sources',
    '/desk/watches',
    '/desk/endpoints',
    '/desk/deliveries',
    '/desk/sources/a/b',
    '/desk/nothing',
  ])('asks at %s for the token, and shows nothing else', async (path) => {
    const response = await go(`${path}?lang=en`)
    expect(response.status).toBe(401)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const html = await response.text()
    expect(html).toContain('name="token"')
    expect(html).toContain(`name="to" value="${path}"`)
  })

  it.each([
    {
      because: 'the signature is another',
      change: (one: string) => `${one.slice(0, -1)}${one.endsWith('0') ? '1' : '0'}`,
    },
    { because: 'the end was moved', change: (one: string) => one.replace(/=\d+/, '=9999999999') },
    {
      because: 'it has the name of a local run',
      change: (one: string) => one.replace('__Host-bayan', 'bayan-local'),
    },
    { because: 'it is empty', change: () => '__Host-bayan=' },
  ])('refuses a cookie: $because', async ({ change }) => {
    expect((await go('/desk', { cookie: change(cookie) })).status).toBe(401)
  })

  it('counts wrong tokens, and shuts for a while where they come from', async () => {
    const guess = async (client: string, token: string) =>
      await go('/desk/sign-in?lang=ar', {
        form: { token, to: '/desk' },
        headers: { 'cf-connecting-ip': client },
      })
    let tries = 0
    let answer = await guess('203.0.113.40', 'a-wrong-token-of-some-length')
    for (; tries < 40 && answer.status === 401; tries += 1) {
      answer = await guess('203.0.113.40', `a-wrong-token-of-some-length-${tries}`)
    }
    expect(answer.status).toBe(429)
    expect(await answer.text()).toContain('وصلت من هذا العنوان رموز خاطئة كثيرة')
    expect((await guess('203.0.113.40', TOKEN)).status).toBe(429)
    expect((await guess('203.0.113.41', TOKEN)).status).toBe(303)
    // Who is inside already stays there.
    expect(
      (await go('/desk', { cookie, headers: { 'cf-connecting-ip': '203.0.113.40' } })).status,
    ).toBe(200)
  })

  it('takes the cookie away at the way out, and a copy of it opens nothing any more', async () => {
    const own = (await signIn()).headers.get('set-cookie')?.split(';', 1)[0] ?? ''
    expect((await go('/desk', { cookie: own })).status).toBe(200)
    const response = await go('/desk/sign-out', { cookie: own, form: {} })
    expect(response.headers.get('set-cookie')).toContain('__Host-bayan=; Path=/; Max-Age=0')
    const after = await go('/desk?lang=en&done=signedOut', { cookie: own })
    expect(after.status).toBe(401)
    expect(await after.text()).toContain('<p class="notice done">You are signed out.')
    // Another browser of the same operator stays inside.
    expect((await go('/desk', { cookie })).status).toBe(200)
  })

  it('ends no session for somebody who has none', async () => {
    const response = await go('/desk/sign-out', { form: {} })
    expect(response.status).toBe(401)
  })

  it.each([
    { because: 'another host', to: 'https://evil.example/' },
    { because: 'a host without scheme', to: '//evil.example/' },
    { because: 'a backslash that browsers take for a slash', to: '/\\evil.example' },
    { because: 'the desk in front of another host', to: '/desk@evil.example' },
    { because: 'a header of its own', to: '/desk\r\nset-cookie: a=b' },
    { because: 'a path that is none of the desk\u2019s', to: '/api/v1/config' },
    { because: 'dots', to: '/desk/../..' },
  ])('leads nowhere else: $because', async ({ to }) => {
    const response = await signIn(TOKEN, to)
    expect(response.headers.get('location')).toBe('/desk?lang=en')
  })

  it('gives the public pages nothing for the cookie: they are kept for everybody', async () => {
    const [own, other] = await Promise.all([
      go('/status?lang=en', { cookie }),
      go('/status?lang=en'),
    ])
    expect(own.headers.get('cache-control')).toBe(other.headers.get('cache-control'))
    expect(own.headers.get('vary')).not.toMatch(/cookie/i)
  })

  it('opens no call of the API: that one needs the token itself', async () => {
    expect((await go('/api/v1/publishers', { cookie })).status).toBe(401)
  })
})

describe('a write that a browser was tricked into', () => {
  it.each([
    {
      because: 'another site sent it',
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    },
    {
      because: 'a neighbour under the same domain sent it',
      headers: { origin: 'https://x.bayan.example', 'sec-fetch-site': 'same-site' },
    },
    { because: 'its sender hides', headers: { origin: 'null', 'sec-fetch-site': 'cross-site' } },
    {
      because: 'the origin is of another scheme',
      headers: { origin: 'http://bayan.example', 'sec-fetch-site': 'same-origin' },
    },
    {
      because: 'the browser says that it is from elsewhere',
      headers: { origin: BASE, 'sec-fetch-site': 'cross-site' },
    },
  ])('changes nothing: $because', async ({ headers }) => {
    for (const path of [
      '/desk/endpoints/save',
      '/desk/sign-in',
      '/desk/sign-out',
      '/desk/publishers/x/delete',
    ]) {
      const response = await go(`${path}?lang=en`, {
        cookie,
        form: { kind: 'slack', url: 'https://hooks.example/x', token: TOKEN },
        headers,
      })
      expect(response.status, path).toBe(403)
      expect(response.headers.get('set-cookie'), path).toBeNull()
    }
    const list = await exports.default.fetch(
      new Request(`${BASE}/api/v1/endpoints`, { headers: OPERATOR }),
    )
    expect(await list.json()).toEqual({ items: [], cursor: null })
  })

  it('changes nothing by a link', async () => {
    expect((await go('/desk/publishers/x/delete', { cookie })).status).toBe(404)
  })
})

describe('a newcomer at the desk', () => {
  const feed = 'https://river.example/feed'

  beforeAll(async () => {
    const body = rss([
      { n: 1, title: 'بيان حول الجسر القديم', text: 'أعلن المجلس فتح الجسر القديم.' },
      {
        n: 2,
        title: 'بيان ثان عن النهر والجسر',
        text: 'أعلن المجلس أن مياه النهر صالحة للشرب منذ أمس.',
      },
    ])
    await setPage(feed, { headers: RSS_TYPE, body })
    await setPage('https://hooks.example/services/T0/B0/secret-part', { body: 'ok' })
  })

  it('pastes an address and sees what would be kept', async () => {
    const response = await go('/desk/sources/look?lang=en', {
      cookie,
      form: { url: feed, language: 'en' },
    })
    expect(response.status).toBe(200)
    const html = await response.text()
    expect(html).toContain('بيان حول الجسر القديم')
    expect(html).toContain('أعلن المجلس فتح الجسر القديم.')
    // Most of what was read is Arabic: the form follows.
    expect(html).toContain('<option value="ar" selected="">')
    expect(html).toMatch(/id="f-id"[^>]* value="river"/)
  })

  it('is told in both languages what to mend', async () => {
    for (const [lang, words] of [
      ['en', 'This address is not allowed'],
      ['ar', 'هذا العنوان غير مسموح'],
    ] as const) {
      const response = await go(`/desk/sources/look?lang=${lang}`, {
        cookie,
        form: { url: 'http://10.0.0.1/', language: 'ar' },
      })
      expect(response.status).toBe(422)
      const html = await response.text()
      expect(html).toContain(words)
      expect(html).toContain('aria-invalid="true"')
    }
  })

  it('is shown what is read there before anything is saved, and then saves it', async () => {
    const fields = {
      url: feed,
      language: 'ar',
      kind: 'auto',
      id: 'river',
      'name.ar': 'النهر',
      'name.en': 'River',
    }
    const first = await go('/desk/sources/save?lang=en', { cookie, form: fields })
    expect(first.status).toBe(200)
    const seen = await first.text()
    expect(seen).toContain('Not saved yet.')
    expect(seen).toContain('بيان حول الجسر القديم')
    const form = { ...fields, looked: lookedIn(seen) }
    const elsewhere = { ...form, url: 'https://river.example/other' }
    const other = await go('/desk/sources/save?lang=en', { cookie, form: elsewhere })
    expect(await other.text()).toContain('Nothing could be read')
    const saved = await go('/desk/sources/save?lang=en', { cookie, form })
    expect(saved.status, await saved.clone().text()).toBe(303)
    expect(saved.headers.get('location')).toBe('/desk/sources?lang=en&done=saved')
    const html = await (await go('/desk/sources?lang=en&done=saved', { cookie })).text()
    expect(html).toContain('Saved.')
    expect(html).toContain('river-ar')
  })

  it('polls by hand and sees what it brought', async () => {
    const html = await (
      await go('/desk/publishers/river/poll?lang=en', { cookie, form: {} })
    ).text()
    expect(html).toMatch(/Polled: river-ar:/)
  })

  it('changes a source and keeps all that the form does not show', async () => {
    const page = await (await go('/desk/sources/river/river-ar?lang=en', { cookie })).text()
    expect(page).toContain(`value="${feed}"`)
    const fields = {
      publisher: 'river',
      source: 'river-ar',
      url: feed,
      language: 'ar',
      kind: 'feed',
      interval: '600',
      utcOffset: '180',
      timeZone: 'Asia/Damascus',
      robots: 'ignore',
      'translationPath.from': '/ar/',
      'translationPath.to': '/en/',
    }
    const look = await go('/desk/sources/look?lang=en', { cookie, form: fields })
    const form = { ...fields, looked: lookedIn(await look.text()) }
    expect((await go('/desk/sources/save?lang=en', { cookie, form })).status).toBe(303)
    const paused = await go('/desk/publishers/river/pause?lang=en', { cookie, form: {} })
    expect(paused.headers.get('location')).toContain('done=saved')
    const response = await exports.default.fetch(
      new Request(`${BASE}/api/v1/publishers/river`, {
        headers: OPERATOR,
      }),
    )
    expect(await response.json()).toMatchObject({
      paused: true,
      name: { ar: 'النهر', en: 'River' },
      sources: [
        {
          id: 'river-ar',
          kind: 'feed',
          interval: 600,
          utcOffset: 180,
          timeZone: 'Asia/Damascus',
          robots: 'ignore',
          translationPath: { from: '/ar/', to: '/en/' },
        },
      ],
    })
  })

  it('names a publisher anew, ties what it says, and takes a source away', async () => {
    const path = '/desk/publishers/river'
    const named = {
      'name.ar': 'نهر المدينة',
      'name.en': 'Town river',
      site: 'https://river.example/',
      divergenceHours: '48',
      trust: 'high',
    }
    const saved = await go(`${path}/save?lang=en`, { cookie, form: named })
    expect(saved.headers.get('location')).toBe(`${path}?lang=en&done=saved`)
    const html = await (await go(`${path}?lang=en`, { cookie })).text()
    expect(html).toContain('<h1>Town river</h1>')
    expect(html).toContain('<option value="high" selected="">its wording counts</option>')
    expect(html).toContain('No pair waits to be judged.')
    expect(html).toContain('Nothing was seen to change by itself more than once.')
    const wrong = { ...named, divergenceHours: '0', trust: 'most', site: '' }
    const refused = await go(`${path}/save?lang=ar`, { cookie, form: wrong })
    expect(refused.status).toBe(422)
    const faults = await refused.text()
    expect(faults).toContain('id="f-divergenceHours-fault"')
    expect(faults).toContain('id="f-trust-fault"')
    const pair = { one: 'river-1', other: 'river-2', how: 'tie' }
    const tied = await go(`${path}/pair?lang=en`, { cookie, form: pair })
    expect(tied.status).toBe(422)
    expect(await tied.text()).toContain('Both statements are in one language.')
    const part = { one: 'river-1', how: 'part' }
    expect((await go(`${path}/pair?lang=en`, { cookie, form: part })).status).toBe(303)
    const judged = { source: 'river-ar', key: 'shape:no such', verdict: 'ignored' }
    const unknown = await go(`${path}/volatile?lang=en`, { cookie, form: judged })
    expect(await unknown.text()).toContain('Nothing was seen to change under')
    // Empty, they would be other calls of ours, and be told as calls that there are not.
    for (const [to, form] of [
      ['pair', { one: ' ', other: 'river-1', how: 'tie' }],
      ['erase-statement', { statement: '', reason: 'x' }],
    ] as const) {
      const empty = await go(`${path}/${to}?lang=ar`, { cookie, form })
      expect(empty.status).toBe(422)
      const text = await empty.text()
      expect(text).toContain('هذا الحقل ناقص.')
      expect(text).not.toContain('/statements//')
    }
    const nobody = { statement: 'river-99', reason: 'x' }
    const stranger = await go(`${path}/erase-statement?lang=en`, { cookie, form: nobody })
    expect(await stranger.text()).toContain('There is no statement')
    const gone = { statement: 'river-2', reason: 'The publisher asked for it' }
    expect((await go(`${path}/erase-statement?lang=en`, { cookie, form: gone })).status).toBe(303)
    const left = await exports.default.fetch(new Request(`${BASE}/api/v1/statements/river-2`))
    expect(left.status).toBe(410)
    const removed = await go('/desk/sources/river/river-ar/delete?lang=en', { cookie, form: {} })
    expect(removed.headers.get('location')).toBe('/desk/sources?lang=en&done=removed')
    expect(await (await go(`${path}?lang=en`, { cookie })).text()).not.toContain('river-ar')
  })

  it('lets a watch be told of what a machine translated, only where its box is ticked', async () => {
    const form = { query: 'البحر', name: 'Machine box', changes: 'appeared' }
    const kept = async () => {
      const answer = await go('/api/v1/watches/machine-box', { headers: OPERATOR })
      return (await answer.json<{ machine?: boolean }>()).machine
    }
    await go('/desk/watches/save?lang=en', { cookie, form: { ...form, machine: 'true' } })
    expect(await kept()).toBe(true)
    const page = await (await go('/desk/watches/machine-box?lang=en', { cookie })).text()
    expect(page).toMatch(/name="machine" value="true" checked/)
    await go('/desk/watches/save?lang=en', { cookie, form: { ...form, id: 'machine-box' } })
    expect(await kept()).toBeUndefined()
    await go('/desk/watches/machine-box/delete?lang=en', { cookie, form: {} })
  })

  it('sets up machine translation, and never sees its key again', async () => {
    const path = '/desk/translation'
    expect(await (await go(`${path}?lang=en`, { cookie })).text()).toContain('no machine is asked')
    const form = {
      provider: 'libretranslate',
      url: 'https://mt.example',
      key: 'mt-secret-part',
      afterHours: '24',
      daily: '5',
      flags: ['unexpected'],
    }
    const bad = await go(`${path}/save?lang=ar`, { cookie, form: { ...form, url: 'ftp://x' } })
    expect(bad.status).toBe(422)
    const told = await bad.text()
    expect(told).toContain('class="fault"')
    expect(told).not.toContain('mt-secret-part')
    const saved = await go(`${path}/save?lang=en`, { cookie, form })
    expect(saved.headers.get('location')).toBe(`${path}?lang=en&done=saved`)
    const html = await (await go(`${path}?lang=en`, { cookie })).text()
    expect(html).toContain('value="https://mt.example"')
    expect(html).not.toContain('mt-secret-part')
    expect(html).toContain('value="24"')
    expect(html).toMatch(/value="unexpected" checked/)
    expect(html).not.toMatch(/value="enabled" checked/)
    const gone = await go(`${path}/delete?lang=en`, { cookie, form: {} })
    expect(gone.headers.get('location')).toBe(`${path}?lang=en&done=removed`)
  })

  it('pastes a hook, and never sees its address again', async () => {
    const form = { kind: 'slack', url: 'https://hooks.example/services/T0/B0/secret-part' }
    const saved = await go('/desk/endpoints/save?lang=en', { cookie, form })
    expect(saved.headers.get('location')).toBe('/desk/endpoints?lang=en&done=saved')
    for (const path of ['/desk/endpoints', '/desk/endpoints/slack']) {
      const html = await (await go(`${path}?lang=en`, { cookie })).text()
      expect(html).toContain('hooks.example')
      expect(html).not.toContain('secret-part')
    }
  })

  it('gets a secret made for a webhook, shown once', async () => {
    const form = { kind: 'webhook', url: 'https://hooks.example/services/T0/B0/secret-part' }
    const html = await (await go('/desk/endpoints/save?lang=en', { cookie, form })).text()
    const secret = /whsec_[A-Za-z0-9+/=]{40,}/.exec(html)?.[0]
    expect(secret).toBeDefined()
    expect(await (await go('/desk/endpoints/webhook?lang=en', { cookie })).text()).not.toContain(
      secret ?? '',
    )
  })

  it('says when and how much an endpoint is sent, and is told of a mistake where it stands', async () => {
    const form = {
      known: 'webhook',
      kind: 'webhook',
      format: '',
      notices: 'true',
      'policy.zone': 'Asia/Damascus',
      'policy.quiet.from': '22:00',
      'policy.quiet.to': '07:00',
      'policy.digest.every': 'day',
      'policy.digest.at': '08:00',
      'policy.hourly': '6',
    }
    const saved = await go('/desk/endpoints/save?lang=en', { cookie, form })
    expect(saved.status, await saved.clone().text()).toBe(303)
    const shown = await (await go('/desk/endpoints/webhook?lang=en', { cookie })).text()
    expect(shown).toMatch(/name="policy.quiet.from"[^>]* value="22:00"/)
    expect(shown).toMatch(/value="true" checked=""/)
    const wrong = { ...form, 'policy.zone': 'Mars/Olympus', 'policy.quiet.to': '' }
    const refused = await go('/desk/endpoints/save?lang=ar', { cookie, form: wrong })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('id="f-policy-zone-fault"')
    expect(html).toContain('id="f-policy-quiet-to-fault"')
  })

  it('gives a webhook another secret, shown once, and sends again what was given up', async () => {
    const form = { graceHours: '1' }
    const path = '/desk/endpoints/webhook'
    const html = await (await go(`${path}/rotate-secret?lang=en`, { cookie, form })).text()
    const secret = /whsec_[A-Za-z0-9+/=]{40,}/.exec(html)?.[0] ?? 'none'
    expect(secret).not.toBe('none')
    expect(await (await go(`${path}?lang=en`, { cookie })).text()).not.toContain(secret)
    const since = { since: '2026-01-01T00:00' }
    const replayed = await go(`${path}/replay?lang=en`, { cookie, form: since })
    expect(await replayed.text()).toContain('On their way again: 0')
    const never = await go(`${path}/replay?lang=en`, { cookie, form: { since: 'yesterday' } })
    expect(never.status).toBe(422)
    expect(await never.text()).toContain('id="f-since-fault"')
  })

  it('types a question, tries it, is told of a mistake, and saves it', async () => {
    const tried = await go('/desk/watches/try?lang=en', { cookie, form: { query: 'الجسر' } })
    expect(tried.status).toBe(200)
    const wrong = await go('/desk/watches/try?lang=en', { cookie, form: { query: '(الجسر' } })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('id="f-query-fault"')
    const form = {
      query: 'الجسر',
      name: 'The old bridge',
      endpoints: ['slack'],
      changes: ['appeared', 'revised'],
    }
    const saved = await go('/desk/watches/save?lang=en', { cookie, form })
    expect(saved.status, await saved.clone().text()).toBe(303)
    const html = await (await go('/desk/watches?lang=en', { cookie })).text()
    expect(html).toContain('The old bridge')
    expect(html).toContain('/feeds/watch/the-old-bridge.')
    const response = await exports.default.fetch(
      new Request(`${BASE}/api/v1/watches/the-old-bridge`, {
        headers: OPERATOR,
      }),
    )
    expect(await response.json()).toMatchObject({
      endpoints: ['slack'],
      changes: ['appeared', 'revised'],
    })
  })

  it('keeps a list of words under one name, and sees which watch asks for it', async () => {
    const form = {
      'name.ar': 'الجسور',
      'name.en': 'Bridges of the town',
      terms: 'الجسر\n\n old bridge \n',
    }
    const saved = await go('/desk/concepts/save?lang=en', { cookie, form })
    expect(saved.headers.get('location')).toBe('/desk/concepts?lang=en&done=saved')
    const before = await (await go('/desk/concepts?lang=en', { cookie })).text()
    expect(before).toContain('@bridges-of-the-town')
    expect(before).toContain('/desk/concepts/bridges-of-the-town/delete')
    const watch = { query: '@bridges-of-the-town', name: 'By concept', changes: 'appeared' }
    await go('/desk/watches/save?lang=en', { cookie, form: watch })
    const html = await (await go('/desk/concepts?lang=en', { cookie })).text()
    expect(html).toContain('By concept')
    // A concept that is asked for cannot be deleted: no button offers it.
    expect(html).not.toContain('/desk/concepts/bridges-of-the-town/delete')
    const known = { ...form, known: 'bridges-of-the-town', terms: 'الجسر\n(' }
    const wrong = await go('/desk/concepts/save?lang=en', { cookie, form: known })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toMatch(/id="f-terms-fault">2: /)
  })

  it('asks why a text matches', async () => {
    const form = { query: 'الجسر', text: 'فُتح الجسر القديم <script>', language: 'ar' }
    const html = await (await go('/desk/watches/why?lang=en', { cookie, form })).text()
    expect(html).toContain('It matches')
    expect(html).toContain('الجسر: is there.')
    expect(html).toContain('<mark>الجسر</mark>')
    expect(html).not.toContain('القديم <script>')
  })

  it('reads the log, and is told of a filter that does not exist', async () => {
    const log = await go('/desk/deliveries?lang=en&endpoint=slack', { cookie })
    expect(await log.text()).toContain('No delivery.')
    expect((await go('/desk/deliveries?lang=en&state=nonsense', { cookie })).status).toBe(422)
    const again = await go('/desk/deliveries/msg_0/replay?lang=en', { cookie, form: {} })
    expect(await again.text()).toContain('There is no delivery')
  })

  it('makes a feed of states for the operator, and moves it', async () => {
    const addressIn = async () => {
      const html = await (await go('/desk/endpoints?lang=en', { cookie })).text()
      return /\/feeds\/health\.[0-9a-f]{32}\.atom/.exec(html)?.[0]
    }
    const make = async () => await go('/desk/endpoints/own-states?lang=en', { cookie, form: {} })
    expect(await addressIn()).toBeUndefined()
    expect((await make()).status).toBe(303)
    const first = await addressIn()
    expect(first).toBeDefined()
    await make()
    expect(await addressIn()).not.toBe(first)
  })

  it('takes all there is away as files, and puts a configuration in', async () => {
    const file = async (name: string) => await go(`/desk/backup/${name}`, { cookie })
    const plain = await file('bayan-config.json')
    expect(plain.headers.get('content-disposition')).toBe(
      'attachment; filename="bayan-config.json"',
    )
    expect(plain.headers.get('cache-control')).toBe('private, no-store')
    const config = await plain.text()
    expect(config).toContain('the-old-bridge')
    expect(config).not.toContain('secret-part')
    const whole = await (await file('bayan-config-with-secrets.json')).text()
    expect(whole).toContain('secret-part')
    expect(await bodyText(await file('bayan-statements.jsonl'))).toContain('"kind":"deployment"')
    expect((await file('another.json')).headers.get('location')).toContain('/desk/backup?')
    expect((await go('/desk/backup/bayan-config-with-secrets.json')).status).toBe(401)
    const put = async (document: string) =>
      await go('/desk/backup/config?lang=en', { cookie, form: { config: document } })
    expect((await put(whole)).headers.get('location')).toBe('/desk/backup?lang=en&done=saved')
    const wrong = await put('[]')
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('this is a list')
    expect(await (await put('{')).text()).toContain('not valid JSON')
  })

  it('is shown what a flood holds back, and lets it go', async () => {
    const site = new FaultSite('tide')
    await site.begin()
    await site.list(
      Array.from({ length: 8 }, (_, at) => ({
        n: 40 + at,
        title: `Tide ${at}`,
        text: `The tide number ${at} came in today.`,
      })),
    )
    expect(await site.poll()).toBe('ok')
    expect(await site.floods()).toBe(1)
    const html = await (await go('/desk?lang=en', { cookie })).text()
    expect(html).toMatch(/its alerts are held.*New statements: 8/)
    expect(html).toContain('action="/desk/floods/tide-1/release?lang=en"')
    const released = await go('/desk/floods/tide-1/release?lang=en', { cookie, form: {} })
    expect(released.headers.get('location')).toBe('/desk?lang=en&done=released')
    expect(await site.floods()).toBe(0)
    expect(await (await go('/desk?lang=en', { cookie })).text()).not.toContain(
      'its alerts are held',
    )
  })

  it('sees the overview with the budget', async () => {
    const html = await (await go('/desk?lang=ar', { cookie })).text()
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toContain('<meter')
  })

  it('puts no word of the address into a page but the ones that it knows', async () => {
    const html = await (await go('/desk?lang=en&done=wrongToken', { cookie })).text()
    expect(html).not.toContain('This is not the token')
  })
})
