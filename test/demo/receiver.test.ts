import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startReceiver } from '../../scripts/demo/receiver.mjs'
import { mrkdwnHtml, slackHtml } from '../../scripts/demo/slack-html.mjs'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const NOW = new Date('2026-11-26T10:00:00Z')
let receiver: Awaited<ReturnType<typeof startReceiver>>

beforeEach(async () => {
  receiver = await startReceiver({ port: 0, secret: SECRET, now: () => NOW.getTime() })
})
afterEach(() => receiver.close())

function signed(body: string, { secret = SECRET, at = NOW } = {}) {
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(at.getTime() / 1000),
    'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
  }
}
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(receiver.url + path, { method: 'POST', body, headers })
const messages = async () =>
  (
    (await (await fetch(`${receiver.url}/messages.json`)).json()) as {
      items: { received: number }[]
    }
  ).items

describe('a webhook', () => {
  const body = '{"type":"statement.appeared","data":{"statement":{"title":"بيان"}}}'
  const otherSecret = `whsec_${Buffer.alloc(32, 8).toString('base64')}`

  it.each([
    { headers: signed(body), status: 200, because: 'the reference library signed it' },
    { headers: {}, status: 401, because: 'nobody signed it' },
    { headers: signed(`${body} `), status: 401, because: 'the body was changed' },
    { headers: signed(body, { secret: otherSecret }), status: 401, because: 'another secret' },
    {
      headers: signed(body, { at: new Date(NOW.getTime() - 301_000) }),
      status: 401,
      because: 'it is a replay',
    },
    {
      headers: {
        ...signed(body),
        'webhook-signature': `v1,AAAA v2,x ${signed(body)['webhook-signature']}`,
      },
      status: 200,
      because: 'one right signature of several is enough while a secret is rotated',
    },
  ])('is answered $status: $because', async ({ headers, status }) => {
    expect((await post('/webhook', body, headers as Record<string, string>)).status).toBe(status)
    expect(await messages()).toHaveLength(1)
  })

  it('that comes twice under one id is counted, not shown twice', async () => {
    await post('/webhook', body, signed(body))
    await post('/webhook', body, signed(body))
    expect((await messages()).map(({ received }) => received)).toEqual([2])
  })
})

it('answers a Slack message as Slack does', async () => {
  const answer = await post('/slack/desk', '{"text":"hello","blocks":[]}')
  expect([answer.status, await answer.text()]).toEqual([200, 'ok'])
})

it('shows a message that is no JSON as it came', async () => {
  await post('/slack/desk', '<b>broken')
  expect(await (await fetch(receiver.url)).text()).toContain('&lt;b&gt;broken')
})

describe('mark-up of Slack', () => {
  it.each([
    { text: 'a *bold* word', html: 'a <strong>bold</strong> word', because: 'a star on each side' },
    {
      text: '*\u0627\u0644\u0643\u064A\u0645\u0627\u0648\u064A*',
      html: '<strong>\u0627\u0644\u0643\u064A\u0645\u0627\u0648\u064A</strong>',
      because: 'Arabic too',
    },
    { text: '2*3*4', html: '2*3*4', because: 'a star inside a word is a star' },
    {
      text: '<https://a.example/?x=1&amp;y=2|the &lt;page&gt;>',
      html: '<a href="https://a.example/?x=1&amp;y=2" rel="noreferrer">the &lt;page&gt;</a>',
      because: 'a link with a label',
    },
    { text: '<javascript:alert(1)|click>', html: 'click', because: 'only web addresses are links' },
    {
      text: '<!channel>',
      html: '<mark class="mention">&lt;!channel&gt;</mark>',
      because: 'a mention must be seen',
    },
    { text: '&lt;script&gt;', html: '&lt;script&gt;', because: 'escaped text stays text' },
    {
      text: 'a < b "c"',
      html: 'a &lt; b &quot;c&quot;',
      because: 'unescaped text becomes no element',
    },
    { text: 'one\ntwo', html: 'one<br>two', because: 'lines are lines' },
  ])('$text: $because', ({ text, html }) => {
    expect(mrkdwnHtml(text)).toBe(html)
  })

  it('lets each paragraph find its own direction', () => {
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: '<بيان>' } },
      { type: 'section', text: { type: 'mrkdwn', text: '*نص*' } },
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'x' }] },
      { type: 'unknown', secret: '<i>' },
    ]
    expect(slackHtml({ text: '', blocks })).toBe(
      '<h3 dir="auto">&lt;بيان&gt;</h3>\n<p dir="auto"><strong>نص</strong></p>\n' +
        '<p class="context" dir="auto">x</p>\n' +
        '<pre>{\n &quot;type&quot;: &quot;unknown&quot;,\n &quot;secret&quot;: &quot;&lt;i&gt;&quot;\n}</pre>',
    )
  })
})
