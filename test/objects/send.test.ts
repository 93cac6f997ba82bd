import { describe, expect, it } from 'vitest'
import type { Mail } from '../../src/deliveries/email.ts'
import { httpKind } from '../../src/deliveries/kinds.ts'
import { type SendWorld, send } from '../../src/objects/send.ts'
import { endpointOf } from '../deliveries/render.ts'
import { BASE_URL, deliveryOf, paired } from '../deliveries/sample-alerts.ts'

/** Mail by the binding, which a test hands in; nothing leaves. */
async function sendMail(mail: SendWorld['mail']) {
  const world: SendWorld = {
    baseUrl: BASE_URL,
    policy: { allowPrivate: false, ownHost: 'bayan.example', httpsOnly: true },
    clock: () => Date.parse('2026-11-23T12:00:00Z'),
    chance: () => 0.5,
    mail,
  }
  const endpoint = endpointOf('email', { url: '' })
  const kind = httpKind('email')
  return await send(
    { delivery: deliveryOf(paired), tries: 0, endpoint, kind, earlier: undefined },
    world,
  )
}

describe('mail through the binding', () => {
  it('goes to each address, in both forms', async () => {
    const mails: Mail[] = []
    const { next, attempt } = await sendMail(async (mail) => {
      mails.push(mail)
      await Promise.resolve()
    })
    expect(next).toEqual({ kind: 'delivered' })
    expect(attempt).toMatchObject({ status: 202, error: null })
    const [mail] = mails
    expect(mail?.to).toEqual(['editor@desk.example', 'night@desk.example'])
    expect(mail?.subject).toContain('المرصد يطالب')
    expect(mail?.html).toContain('dir="rtl"')
    expect(mail?.text).toContain('https://marsad.example/ar/2018/11/lajna/')
  })

  it.each([
    {
      because: 'it refuses',
      mail: () => Promise.reject(new Error('editor@desk.example is not verified')),
      says: 'The mail was not taken: [redacted] is not verified',
      saysAr: 'لم يُقبل البريد: [redacted]',
    },
    { because: 'there is none', mail: undefined, says: 'No binding EMAIL', saysAr: 'ربط بريد' },
  ])('is tried again, and the log names nobody: $because', async ({ mail, says, saysAr }) => {
    const { next, attempt } = await sendMail(mail)
    expect(next.kind).toBe('pending')
    expect(attempt.error).toContain(says)
    expect(attempt.error_ar).toContain(saysAr)
  })
})
