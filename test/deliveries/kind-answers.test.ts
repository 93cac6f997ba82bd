import { describe, expect, it } from 'vitest'
import { httpKind } from '../../src/deliveries/kinds.ts'
import { nextState } from '../../src/deliveries/next-state.ts'
import { render } from './render.ts'
import { deliveryOf, revised } from './sample-alerts.ts'

const NOW = new Date('2026-11-23T12:00:00Z')

describe('what receivers answer', () => {
  it.each([
    {
      kind: 'discord',
      because: 'the message as it took it',
      status: 200,
      body: '{"id":"123"}',
      is: 'delivered',
    },
    {
      kind: 'discord',
      because: 'nothing, where it was not asked',
      status: 204,
      body: '',
      is: 'delivered',
    },
    {
      kind: 'discord',
      because: 'the hook was deleted',
      status: 404,
      body: '{"message":"Unknown Webhook","code":10015}',
      is: 'gone',
    },
    {
      kind: 'discord',
      because: 'its token was changed',
      status: 401,
      body: '{"message":"Invalid Webhook Token","code":50027}',
      is: 'gone',
    },
    {
      kind: 'discord',
      because: 'one message was bad',
      status: 400,
      body: '{"code":50006}',
      is: 'refused',
    },
    {
      kind: 'discord',
      because: 'a proxy knows no such page',
      status: 404,
      body: '<html>',
      is: 'refused',
    },
    {
      kind: 'discord',
      because: 'too many',
      status: 429,
      body: '{"retry_after":1.5}',
      is: 'try-later',
    },
    { kind: 'teams', because: 'accepted', status: 202, body: '', is: 'delivered' },
    { kind: 'teams', because: 'the workflow was removed', status: 404, body: '{}', is: 'refused' },
    {
      kind: 'mattermost',
      because: 'its word for success',
      status: 200,
      body: 'ok',
      is: 'delivered',
    },
    {
      kind: 'mattermost',
      because: 'a log-in page',
      status: 200,
      body: '<html>',
      is: 'not-accepted',
    },
    {
      kind: 'mattermost',
      because: 'the hook was deleted',
      status: 400,
      body: '{"id":"web.incoming_webhook.invalid.app_error"}',
      is: 'gone',
    },
    {
      kind: 'mattermost',
      because: 'hooks are switched off',
      status: 501,
      body: '{"id":"web.incoming_webhook.disabled.app_error"}',
      is: 'server-error',
    },
    {
      kind: 'rocketchat',
      because: 'success',
      status: 200,
      body: '{"success":true}',
      is: 'delivered',
    },
    {
      kind: 'rocketchat',
      because: 'no success with a good status',
      status: 200,
      body: '{"success":false}',
      is: 'not-accepted',
    },
    {
      kind: 'googlechat',
      because: 'the message',
      status: 200,
      body: '{"name":"spaces/x"}',
      is: 'delivered',
    },
    {
      kind: 'googlechat',
      because: 'too many',
      status: 429,
      body: '{"error":{"code":429}}',
      is: 'try-later',
    },
    {
      kind: 'telegram',
      because: 'ok',
      status: 200,
      body: '{"ok":true,"result":{"message_id":7}}',
      is: 'delivered',
    },
    {
      kind: 'telegram',
      because: 'not ok with a good status',
      status: 200,
      body: '{"ok":false}',
      is: 'not-accepted',
    },
    {
      kind: 'telegram',
      because: 'the bot was removed',
      status: 403,
      body: '{"ok":false,"description":"Forbidden: bot was kicked from the group chat"}',
      is: 'gone',
    },
    {
      kind: 'telegram',
      because: 'the token was revoked',
      status: 401,
      body: '{"ok":false,"description":"Unauthorized"}',
      is: 'gone',
    },
    {
      kind: 'telegram',
      because: 'no such chat',
      status: 400,
      body: '{"ok":false,"description":"Bad Request: chat not found"}',
      is: 'gone',
    },
    {
      kind: 'telegram',
      because: 'one message was bad',
      status: 400,
      body: '{"ok":false,"description":"Bad Request: can\u2019t parse entities"}',
      is: 'refused',
    },
    {
      kind: 'telegram',
      because: 'the edit was made already',
      status: 400,
      body: '{"ok":false,"description":"Bad Request: message is not modified"}',
      is: 'delivered',
    },
    { kind: 'ntfy', because: 'taken', status: 200, body: '{"id":"x"}', is: 'delivered' },
    {
      kind: 'ntfy',
      because: 'the topic is reserved',
      status: 403,
      body: '{"code":40301}',
      is: 'refused',
    },
    {
      kind: 'matrix',
      because: 'the event',
      status: 200,
      body: '{"event_id":"$x"}',
      is: 'delivered',
    },
    {
      kind: 'matrix',
      because: 'the token is no more',
      status: 401,
      body: '{"errcode":"M_UNKNOWN_TOKEN"}',
      is: 'gone',
    },
    {
      kind: 'matrix',
      because: 'put out of the room',
      status: 403,
      body: '{"errcode":"M_FORBIDDEN"}',
      is: 'gone',
    },
    {
      kind: 'matrix',
      because: 'too large',
      status: 413,
      body: '{"errcode":"M_TOO_LARGE"}',
      is: 'refused',
    },
    { kind: 'email', because: 'taken', status: 200, body: '{"id":"x"}', is: 'delivered' },
    {
      kind: 'email',
      because: 'the sender is not verified',
      status: 422,
      body: '{}',
      is: 'refused',
    },
  ] as const)('$kind: $because', ({ kind: name, status, body, is }) => {
    const answer = { status, body, retryAfter: undefined, failure: undefined }
    const next = nextState({ attempts: 1, answer, now: NOW, chance: 0.5, kind: httpKind(name) })
    expect(next.kind === 'delivered' ? 'delivered' : next.reason.code).toBe(is)
  })
})

describe('a revision', () => {
  it.each([
    {
      kind: 'discord',
      earlier: '99',
      method: 'PATCH',
      url: /\/token-of-an-example\/messages\/99$/,
      holds: '"embeds"',
    },
    {
      kind: 'telegram',
      earlier: '99',
      method: undefined,
      url: /\/editMessageText$/,
      holds: '"message_id":99',
    },
    {
      kind: 'matrix',
      earlier: '$ev',
      method: 'PUT',
      url: /msg_[0-9a-f]+$/,
      holds: '"rel_type":"m.replace","event_id":"$ev"',
    },
  ] as const)(
    'edits the earlier message in $kind',
    async ({ kind, earlier, method, url, holds }) => {
      const request = await render(kind, deliveryOf(revised), {}, { earlier })
      expect(request.method).toBe(method)
      expect(request.url).toMatch(url)
      expect(request.body).toContain(holds)
    },
  )

  it.each([
    { kind: 'googlechat', because: 'by a key', holds: '"thread":{"threadKey":"marsad-13"}' },
    { kind: 'email', because: 'by a parent', holds: '"In-Reply-To":"<marsad-13@bayan.example>"' },
  ] as const)(
    'stands in one thread with the first message in $kind: $because',
    async ({ kind, holds }) => {
      expect((await render(kind, deliveryOf(revised))).body).toContain(holds)
    },
  )

  it.each(['slack', 'teams', 'mattermost', 'rocketchat', 'ntfy'] as const)(
    'says that it is one in %s, which can do neither',
    async (kind) => {
      expect((await render(kind, deliveryOf(revised))).body).toContain('revision 3')
    },
  )

  it.each([
    { kind: 'discord', body: '{"id":"1234567890"}', ref: '1234567890' },
    { kind: 'discord', body: '{"id":"../../x"}', ref: undefined },
    { kind: 'discord', body: '', ref: undefined },
    { kind: 'telegram', body: '{"ok":true,"result":{"message_id":7}}', ref: '7' },
    { kind: 'telegram', body: '{"ok":true,"result":true}', ref: undefined },
    { kind: 'matrix', body: '{"event_id":"$x:y"}', ref: '$x:y' },
    { kind: 'slack', body: 'ok', ref: undefined },
  ] as const)('learns from $kind what it calls a message: $body', ({ kind, body, ref }) => {
    const answer = { status: 200, body, retryAfter: undefined, failure: undefined }
    expect(httpKind(kind).sentId?.(answer)).toBe(ref)
  })
})
