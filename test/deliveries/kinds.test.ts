import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/deliveries/delivery.ts'
import { ENDPOINT_KIND_NAMES } from '../../src/deliveries/endpoint.ts'
import { httpKind } from '../../src/deliveries/kinds.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { brokenRules } from './kind-rules.ts'
import { CHATS, render } from './render.ts'
import {
  alertFilledWith,
  elsewhere,
  nearlyTold,
  appeared,
  BASE_URL,
  deliveryOf,
  digest,
  notice,
  paired,
  revised,
  withdrawn,
} from './sample-alerts.ts'

it('every kind but a watch\u2019s feed is sent over HTTP', () => {
  expect(ENDPOINT_KIND_NAMES.filter((name) => httpKind(name) === undefined)).toEqual([])
  expect(httpKind('feed')).toBeUndefined()
})

it.each([
  { because: 'Slack takes about one a second', name: 'slack' as const, pace: 1 },
  { because: 'a server of one\u2019s own takes more', name: 'webhook' as const, pace: 10 },
  { because: 'Teams takes four', name: 'teams' as const, pace: 4 },
  { because: 'a chat takes one', name: 'telegram' as const, to: '100', pace: 1 },
  { because: 'a group takes twenty a minute', name: 'telegram' as const, to: '-100', pace: 0.33 },
])('$name has its own pace: $because', ({ name, to, pace }) => {
  expect(httpKind(name).pace(to === undefined ? {} : { to })).toBe(pace)
})

const MESSAGES: readonly { readonly name: string; readonly message: Message }[] = [
  { name: 'appeared', message: { kind: 'alert', alert: appeared } },
  { name: 'revised', message: { kind: 'alert', alert: revised } },
  { name: 'paired', message: { kind: 'alert', alert: paired } },
  { name: 'withdrawn', message: { kind: 'alert', alert: withdrawn } },
  { name: 'digest', message: digest },
  { name: 'notice', message: { kind: 'notice', notice } },
  { name: 'test', message: deliveryOf('test').message },
]

describe.each(CHATS)('%s', (kind) => {
  it.each(MESSAGES)('keeps the receiver\u2019s rules: $name', async ({ message }) => {
    const request = await render(kind, { ...deliveryOf('test'), message })
    expect(await brokenRules(kind, request)).toEqual([])
  })

  it('says publisher, title, date, why, the words with their surroundings, and both links', async () => {
    const { body } = await render(kind, deliveryOf(paired))
    const shown = shownText(body)
    for (const said of [
      'مرصد المدينة',
      'المرصد يطالب بإحالة ملف السلاح الكيماوي إلى لجنة التحقيق',
      '26 تشرين الثاني/نوفمبر 2018',
      'بيان جديد',
      'Chemical weapons',
      'غربي المدينة',
      'https://marsad.example/ar/2018/11/lajna/?p=12&lang=ar',
      `${BASE_URL}/statements/marsad-12`,
      'https://marsad.example/en/2018/11/inquiry/',
    ])
      expect(shown).toContain(said)
  })

  it('marks the words that were found', async () => {
    const { body } = await render(kind, deliveryOf(revised))
    expect(JSON.stringify(JSON.parse(body))).toMatch(
      /(?:\*|<b>)chemical weapons(?:\*|<\/b>)|"text":"chemical weapons","weight":"bolder"/,
    )
  })

  it('says that it is a revision, and what is not as it was', async () => {
    const shown = shownText((await render(kind, deliveryOf(revised))).body)
    expect(shown).toContain('revision 3')
    expect(shown).toContain('chemical weapons may be a crime')
    expect(shown).toContain('chemical weapons is a crime')
  })

  it('names the class of the edit in the language of the statement', async () => {
    expect(shownText((await render(kind, deliveryOf(revised))).body)).toContain('(wording)')
    const arabic = { ...revised, statement: appeared.statement, class: 'headline' } as const
    expect(shownText((await render(kind, deliveryOf(arabic))).body)).toContain('(العنوان)')
  })

  it('says whose text it is by the name that the operator gave, never by an author', async () => {
    const forged = { ...appeared, statement: { ...appeared.statement, author: 'مجلس النهر' } }
    const shown = shownText((await render(kind, deliveryOf(forged))).body)
    expect(shown).toContain(appeared.publisher.name.ar)
    expect(shown).not.toContain('مجلس النهر')
  })

  it('names who else published the text, alone and in a digest', async () => {
    const said = ['رابطة الضفاف', 'نشره أيضا']
    const [entry] = digest.entries
    const message = { ...digest, entries: [{ ...entry!, also: elsewhere.also ?? [] }] }
    const alone = shownText((await render(kind, deliveryOf(elsewhere))).body)
    const among = shownText((await render(kind, { ...deliveryOf('test'), message })).body)
    expect(alone).toContain('https://rabita.example/7')
    for (const words of said)
      expect([alone.includes(words), among.includes(words)]).toEqual([true, true])
    expect(shownText((await render(kind, deliveryOf(paired))).body)).not.toContain(said[1])
  })

  it('says that nearly the same was told before, and what was otherwise', async () => {
    const [entry] = digest.entries
    const message = {
      ...digest,
      entries: [{ ...entry!, toldBefore: nearlyTold.toldBefore ?? [] }],
    }
    const alone = shownText((await render(kind, deliveryOf(nearlyTold))).body)
    const among = shownText((await render(kind, { ...deliveryOf('test'), message })).body)
    for (const words of ['رابطة الضفاف', 'سبق التنبيه إلى نص شبه مطابق'])
      expect([alone.includes(words), among.includes(words)]).toEqual([true, true])
    expect(alone).toContain('أرقامه مختلفة')
    expect(alone).toContain('https://rabita.example/7')
  })

  it('tells each alert of a digest with its link', async () => {
    const shown = shownText((await render(kind, { ...deliveryOf('test'), message: digest })).body)
    for (const { statement } of digest.entries) {
      expect(shown).toContain(statement.title)
      expect(shown).toContain(statement.url)
    }
  })

  it.each(HOSTILE_TEXTS)('breaks no rule, pings nobody: $because', async ({ text }) => {
    // Ten kinds need not read a book each: a title of 100,000 units is hostile enough.
    const long = text.slice(0, 100_000)
    for (const language of ['ar', 'en'] as const) {
      const alert = alertFilledWith(long, language)
      const edited = { ...alert, change: 'revised', previous: { title: long, text: 'x' } } as const
      const request = await render(kind, deliveryOf(edited))
      expect(await brokenRules(kind, request)).toEqual([])
    }
  })

  it('breaks none with a digest of a hundred hostile titles', async () => {
    const entries = Array.from({ length: 100 }, (_, index) => {
      const { text } = HOSTILE_TEXTS[index % HOSTILE_TEXTS.length]!
      // As the object keeps them in a digest.
      const { publisher, statement, also, toldBefore } = alertFilledWith(text.slice(0, 1000))
      const places = { also: also ?? [], toldBefore: toldBefore ?? [] }
      return { ...digest.entries[0]!, publisher, statement, ...places }
    })
    const message = { ...digest, entries }
    const request = await render(kind, { ...deliveryOf('test'), message })
    expect(await brokenRules(kind, request)).toEqual([])
  })

  it('nor with any other text', async () => {
    const signs = '*_`~<>&!@|[]()#.- \n\\"\u0627a\u202E\u2068\u2069'
    const texts = fc.string({ unit: fc.constantFrom(...signs.split('')), maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const request = await render(kind, deliveryOf(alertFilledWith(text)))
        expect(await brokenRules(kind, request)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

/** Every text of a body as one, without the escapes that each markup has. */
function shownText(body: string): string {
  const strings = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
  }
  return strings(JSON.parse(body))
    .join('\n')
    .replaceAll(/\\([^0-9A-Za-z\s])/g, '$1')
    .replaceAll(/<\/?b>|\*/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll(/[\u2060\u2068\u2069]/g, '')
}
