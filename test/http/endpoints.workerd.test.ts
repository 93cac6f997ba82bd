import { env, exports } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { FORBIDDEN_ADDRESSES } from '../platform/forbidden-addresses.ts'
import { TOKEN, call } from '../workerd/call.ts'
import { messagesSeen, requestsSeen, resetInternet, setPage } from '../workerd/internet.ts'

const stranger = (token: string, client: string) => ({
  authorization: `Bearer ${token}`,
  'cf-connecting-ip': client,
})
const endpoint = (id: string) => `/api/v1/endpoints/${id}`
const hook = { kind: 'slack', url: 'https://hook.example/in' }

interface Refused {
  readonly errors: readonly {
    readonly field: string
    readonly detail: string
    readonly detail_ar: string
  }[]
}

describe('an endpoint of each kind', () => {
  it.each([
    { kind: 'slack', body: { url: 'https://hooks.slack.com/services/T/B/x' }, pace: 1 },
    {
      kind: 'webhook',
      body: { url: 'https://h.example/x', secret: `whsk_${btoa('k'.repeat(32))}` },
      pace: 10,
    },
    { kind: 'discord', body: { url: 'https://discord.com/api/webhooks/1/x' }, pace: 2 },
    { kind: 'teams', body: { url: 'https://logic.example/x' }, pace: 4 },
    { kind: 'mattermost', body: { url: 'https://m.example/hooks/x' }, pace: 5 },
    { kind: 'rocketchat', body: { url: 'https://r.example/hooks/x' }, pace: 2 },
    { kind: 'googlechat', body: { url: 'https://chat.googleapis.com/v1/spaces/x' }, pace: 1 },
    { kind: 'telegram', body: { secret: '1:token-of-a-bot', to: '-100123' }, pace: 0.33 },
    { kind: 'ntfy', body: { to: 'a-topic-nobody-guesses' }, pace: 1 },
    {
      kind: 'matrix',
      body: { url: 'https://m.example', secret: 'token-of-matrix', to: '!r:m.example' },
      pace: 1,
    },
    {
      kind: 'email',
      body: {
        url: 'https://mail.example/send',
        secret: 'key-of-mail',
        to: 'editor@desk.example',
        from: 'Bayan <b@desk.example>',
      },
      pace: 1,
    },
  ])(
    'is saved with what it needs, and shown without secrets: $kind',
    async ({ kind, body, pace }) => {
      const saved = await call('PUT', endpoint(`a-${kind}`), { kind, ...body })
      const text = await saved.text()
      expect(saved.status, text).toBe(201)
      expect(JSON.parse(text)).toMatchObject({ kind, pace, notices: false })
      for (const hidden of [
        'token-of',
        'key-of',
        'a-topic',
        'editor@',
        btoa('k'.repeat(32)),
        '/hooks/x',
        '/1/x',
      ])
        expect(text).not.toContain(hidden)
      // Sent back as it was shown, it is what it was.
      expect((await call('PUT', endpoint(`a-${kind}`), JSON.parse(text))).status).toBe(200)
      const config: { endpoints: { id: string }[] } = await (
        await call('GET', '/api/v1/config?secrets=include')
      ).json()
      expect(config.endpoints.find(({ id }) => id === `a-${kind}`)).toMatchObject(body)
    },
  )

  it.each([
    { because: 'Slack needs its address', body: { kind: 'slack' }, field: 'url' },
    { because: 'a bot needs its token', body: { kind: 'telegram', to: '1' }, field: 'secret' },
    { because: 'and its chat', body: { kind: 'telegram', secret: '1:x' }, field: 'to' },
    {
      because: 'mail needs a sender',
      body: { kind: 'email', url: 'https://m.example', to: 'a@b.example' },
      field: 'from',
    },
    {
      because: 'mail without an address needs the binding',
      body: { kind: 'email', to: 'a@b.example', from: 'c@d.example' },
      field: 'url',
    },
    {
      because: 'a header ends with its line',
      body: {
        kind: 'email',
        url: 'https://m.example',
        to: 'a@b.example',
        from: 'c@d.example\r\nBcc: x@y.example',
      },
      field: 'from',
    },
    { because: 'no such form', body: { ...hook, format: 'xml' }, field: 'format' },
    {
      because: 'no such zone',
      body: { ...hook, policy: { zone: 'Mars/Olympus' } },
      field: 'policy.zone',
    },
    {
      because: 'no time of day',
      body: { ...hook, policy: { quiet: { from: '25:00', to: '07:00' } } },
      field: 'policy.quiet.from',
    },
    {
      because: 'no moment',
      body: { ...hook, policy: { muteUntil: 'tomorrow' } },
      field: 'policy.muteUntil',
    },
    {
      because: 'no such digest',
      body: { ...hook, policy: { digest: { every: 'week' } } },
      field: 'policy.digest.every',
    },
    {
      because: 'a window of years',
      body: { ...hook, policy: { group: 1e9 } },
      field: 'policy.group',
    },
    {
      because: 'no such policy',
      body: { ...hook, policy: { louder: true } },
      field: 'policy.louder',
    },
  ])('is refused with the mend: $because', async ({ body, field }) => {
    const refused = await call('PUT', endpoint('refused'), body)
    expect(refused.status).toBe(422)
    const { errors }: Refused = await refused.json()
    expect(errors.map((error) => error.field)).toEqual([field])
    expect(errors[0]?.detail.length).toBeGreaterThan(10)
    expect(errors[0]?.detail_ar).toMatch(/[\u0600-\u06FF]/)
  })

  it('is never saved with an address inside a network, however it is spelt', async () => {
    for (const [address, what] of FORBIDDEN_ADDRESSES) {
      const url = address.replace(/^http:/, 'https:')
      expect((await call('PUT', endpoint('inside'), { ...hook, url })).status, what).toBe(422)
    }
    expect((await call('GET', endpoint('inside'))).status).toBe(404)
  })
})

describe('what the operator does with an endpoint', () => {
  beforeEach(resetInternet)

  it('sends a test in its final form, and sees the attempt without secrets', async () => {
    const url = 'https://hook.example/services/T0/B0/abcdefghijklmnop'
    await setPage(url, { status: 200, body: `invalid_payload for ${url}` })
    await call('PUT', endpoint('tried'), { kind: 'slack', url })
    const text = await (await call('POST', `${endpoint('tried')}/test`)).text()
    expect(JSON.parse(text)).toMatchObject({
      delivery: expect.stringMatching(/^msg_/),
      attempt: {
        status: 200,
        error: expect.stringContaining('not in the words by which Slack'),
        answer: 'invalid_payload for [redacted]',
        next: null,
      },
    })
    expect(text).not.toContain('abcdefghijklmnop')
    expect((await messagesSeen())[0]?.body).toContain('رسالة تجريبية من بيان')
    const deliveries = await (await call('GET', '/api/v1/deliveries?endpoint=tried')).text()
    expect(JSON.parse(deliveries)).toMatchObject({
      items: [{ state: 'abandoned', reason: 'not-accepted', alert: null, digest: null }],
    })
    expect(deliveries).not.toContain('abcdefghijklmnop')
  })

  it('reads the log over all endpoints, the newest first, page by page', async () => {
    const names = ['log-b', 'log-a', 'log-c']
    for (const name of names) {
      const url = `https://${name}.example/in`
      const secret = `whsec_${btoa('o'.repeat(32))}`
      await call('PUT', endpoint(name), { kind: 'webhook', url, secret })
      await setPage(url, { status: 200 })
    }
    const sent: string[] = []
    for (let n = 0; n < 54; n++) {
      const answer = await call('POST', `${endpoint(names[n % 3] ?? '')}/test`)
      sent.push((await answer.json<{ delivery: string }>()).delivery)
    }
    type Log = { items: { id: string; endpoint: string; accepted: string }[]; cursor: string }
    const log = async (query: string): Promise<Log> =>
      await (await call('GET', `/api/v1/deliveries?${query}`)).json()
    const first = await log('')
    const second = await log(`cursor=${encodeURIComponent(first.cursor)}`)
    const items = [...first.items, ...second.items].slice(0, 54)
    expect(first.items).toHaveLength(50)
    expect(items.map(({ id }) => id).sort()).toEqual(sent.sort())
    const times = items.map(({ accepted }) => accepted)
    expect(times).toEqual(times.toSorted().reverse())
    expect(new Set(items.slice(0, 9).map((one) => one.endpoint)).size).toBe(3)
    expect((await log('endpoint=log-a')).items.every((one) => one.endpoint === 'log-a')).toBe(true)
  })

  it('has a feed of states of its own, which tells of endpoints, behind a key', async () => {
    const feed = async () =>
      await (await call('GET', '/api/v1/health-feed')).json<{ feeds: { atom: string } | null }>()
    const move = async () => {
      const answer = await call('POST', '/api/v1/health-feed/rotate-key')
      return (await answer.json<{ feeds: { atom: string } }>()).feeds.atom
    }
    const text = async (address: string) => await (await exports.default.fetch(address)).text()
    const until = async (check: () => Promise<boolean>) => {
      for (let n = 0; n < 300 && !(await check()); n++)
        await new Promise((resolve) => setTimeout(resolve, 10))
      expect(await check()).toBe(true)
    }
    expect(await feed(), 'none before it is asked for').toEqual({ feeds: null })
    const url = 'https://dead-one.example/in'
    const secret = `whsec_${btoa('o'.repeat(32))}`
    await call('PUT', endpoint('dead-one'), { kind: 'webhook', url, secret })
    await setPage(url, { status: 410 })
    // A test would disable nothing: the operator is looking at it.
    const message = { kind: 'digest', at: '2026-11-26T08:00:00.000Z', entries: [] } as const
    const delivery = { id: 'msg_to_the_dead', endpoint: 'dead-one', message }
    await env.ENDPOINTS.getByName('dead-one').accept('dead-one', [delivery])
    const atom = await move()
    expect(atom).toMatch(/^https:\/\/bayan\.example\/feeds\/health\.[0-9a-f]{32}\.atom$/)
    expect(await feed()).toMatchObject({ feeds: { atom } })
    await until(async () => (await text(atom)).includes('dead-one: Disabled'))
    const answer = await exports.default.fetch(atom)
    expect(answer.headers.get('cache-control')).toContain('private')
    const shown = await answer.text()
    expect(shown).toContain('dead-one: معطل')
    expect(shown).not.toContain(url)
    expect(await text('https://bayan.example/feeds/health.atom')).not.toContain('dead-one')
    const moved = await move()
    await until(async () => (await exports.default.fetch(atom)).status === 404)
    await until(async () => (await text(moved)).includes('dead-one: Disabled'))
    const stranger = await exports.default.fetch('https://bayan.example/api/v1/health-feed')
    expect(stranger.status).toBe(401)
  })

  it('gives a webhook a new secret, shown once, and both sign while the grace lasts', async () => {
    const old = `whsec_${btoa('o'.repeat(32))}`
    await call('PUT', endpoint('turned'), {
      kind: 'webhook',
      url: 'https://turned.example/',
      secret: old,
    })
    const { secret, graceEnds }: { secret: string; graceEnds: string } = await (
      await call('POST', `${endpoint('turned')}/rotate-secret`, { graceHours: 2 })
    ).json()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(Date.parse(graceEnds) - Date.now()).toBeGreaterThan(7_100_000)
    await setPage('https://turned.example/', { status: 200 })
    await call('POST', `${endpoint('turned')}/test`)
    const [message] = await messagesSeen()
    expect(message?.headers['webhook-signature']?.split(' ')).toHaveLength(2)
    expect(await (await call('GET', endpoint('turned'))).text()).not.toContain(secret)
    expect((await call('POST', `${endpoint('tried')}/rotate-secret`, {})).status).toBe(409)
  })

  it('makes no new secret where a key of ed25519 stands beside the old one: it would be lost', async () => {
    await call('PUT', endpoint('two-schemes'), {
      kind: 'webhook',
      url: 'https://two-schemes.example/',
      secret: `whsec_${btoa('o'.repeat(32))} whsk_${btoa('k'.repeat(32))}`,
    })
    const answer = await call('POST', `${endpoint('two-schemes')}/rotate-secret`, {})
    expect([answer.status, (await answer.text()).includes('whsec_')]).toEqual([409, true])
  })

  it('replays what failed since a moment, and nothing that a word cannot be read as one', async () => {
    const replay = async (body: unknown) => await call('POST', `${endpoint('turned')}/replay`, body)
    expect((await replay({ since: 'yesterday' })).status).toBe(422)
    expect((await replay({})).status).toBe(422)
    const answer = await replay({ since: '2026-01-01T00:00:00Z' })
    expect([answer.status, await answer.json()]).toEqual([202, { endpoint: 'turned', replayed: 0 }])
    expect(
      (await call('POST', `${endpoint('nobody')}/replay`, { since: '2026-01-01T00:00:00Z' }))
        .status,
    ).toBe(404)
    expect((await call('POST', '/api/v1/deliveries/msg_none/cancel')).status).toBe(404)
  })

  it('reads its figures by kind, and everybody the sums', async () => {
    const own = await (await call('GET', '/metrics')).text()
    expect(own).toMatch(
      /bayan_deliveries_total\{endpoint="tried",kind="slack",result="abandoned"\} 1/,
    )
    expect(own).toContain('bayan_endpoint_up{endpoint="tried"}')
    const open = await (await call('GET', '/metrics', undefined, stranger('x', '192.0.2.9'))).text()
    expect(open).toMatch(/bayan_deliveries_total\{kind="slack",result="abandoned"\} 1/)
    expect(open).toContain('bayan_delivery_oldest_pending_age_seconds 0')
    expect(open).not.toContain('tried')
  })
})

describe('somebody who guesses tokens', () => {
  const guess = async (token: string) =>
    (await call('GET', '/api/v1/endpoints', undefined, stranger(token, '198.51.100.7'))).status

  it('is not heard after ten of them, even with the right one; others are', async () => {
    for (let n = 0; n < 10; n++) expect(await guess(`wrong-token-of-a-stranger-${n}`)).toBe(401)
    expect(await guess('wrong-token-of-a-stranger')).toBe(429)
    expect(await guess(TOKEN)).toBe(429)
    expect((await call('GET', '/api/v1/endpoints')).status).toBe(200)
    expect(await requestsSeen()).toEqual([])
  })
})
