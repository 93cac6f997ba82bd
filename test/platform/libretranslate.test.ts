import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { libreTranslate } from '../../src/platform/libretranslate.ts'
import { translateStatement } from '../../src/statements/translate-statement.ts'
import { LibreTranslateServer, type Mood, pretended } from './libretranslate-server.ts'

const server = new LibreTranslateServer()
let url = ''
beforeAll(async () => {
  url = await server.start()
})
afterAll(async () => await server.stop())
beforeEach(() => {
  server.mood = 'well'
  server.key = ''
  server.asked.length = 0
})

const LOCAL = { allowPrivate: true, ownHost: 'bayan.test' }
const HASTE = { totalMs: 400, headersMs: 400, idleMs: 200 }

function machine(key = '') {
  return libreTranslate({ url, key }, LOCAL, HASTE)
}

describe('a LibreTranslate server', () => {
  it('is asked in its protocol, and its answer is taken', async () => {
    const answer = await machine('secret-7').translate('أعلن المجلس 12 بيانا', 'ar', 'en')
    expect(answer).toEqual({ kind: 'text', text: 'the council 12 opens' })
    expect(server.asked).toEqual([
      {
        q: 'أعلن المجلس 12 بيانا',
        source: 'ar',
        target: 'en',
        format: 'text',
        api_key: 'secret-7',
      },
    ])
  })

  it('gets no key where none is set, and may be named with or without its path', async () => {
    for (const named of [url, `${url}/`, `${url}/translate`, `${url}/translate/`]) {
      const answer = await libreTranslate({ url: named, key: '' }, LOCAL).translate(
        'a b',
        'en',
        'ar',
      )
      expect(answer, named).toMatchObject({ kind: 'text' })
    }
    expect(server.asked[0]).not.toHaveProperty('api_key')
  })

  it.each<{ mood: Mood; reason: string; detail?: RegExp; retryAfter?: number }>([
    { mood: 'bad-request', reason: 'rejected', detail: /exceeds text limit/ },
    { mood: 'bad-key', reason: 'key', detail: /Invalid API key/ },
    { mood: 'slow-down', reason: 'busy', detail: /Slowdown/, retryAfter: 120 },
    { mood: 'fault', reason: 'server', detail: /out of memory/ },
    { mood: 'hangs', reason: 'timeout' },
    { mood: 'drips', reason: 'timeout' },
    { mood: 'huge', reason: 'too-large' },
    { mood: 'page', reason: 'shape' },
    { mood: 'other-shape', reason: 'shape' },
    { mood: 'redirects', reason: 'no-service', detail: /redirects/ },
  ])(
    'that is "$mood" gives a failure named $reason',
    async ({ mood, reason, detail, retryAfter }) => {
      server.mood = mood
      const answer = await machine('secret-7').translate('the council', 'en', 'ar')
      expect(answer).toMatchObject({ kind: 'failed', reason })
      if (answer.kind !== 'failed') return
      if (detail !== undefined) expect(answer.detail).toMatch(detail)
      expect(answer.retryAfter).toBe(retryAfter)
      // Whatever the server echoes, our key is not kept.
      expect(answer.detail).not.toContain('secret-7')
    },
  )

  it('that echoes a long key past the end of what is kept gives no part of it away', async () => {
    server.mood = 'bad-key'
    const answer = await machine('k'.repeat(400)).translate('the council', 'en', 'ar')
    expect(answer).toMatchObject({ reason: 'key', detail: 'Invalid API key: \u2026' })
  })

  it('that is not there is a failure of the network', async () => {
    const gone = libreTranslate({ url: 'http://127.0.0.1:1', key: '' }, LOCAL, HASTE)
    expect(await gone.translate('a', 'en', 'ar')).toMatchObject({ reason: 'network' })
  })

  it('at a private address is not asked by a public deployment', async () => {
    const guarded = libreTranslate({ url, key: '' }, { allowPrivate: false, ownHost: 'bayan.test' })
    expect(await guarded.translate('a', 'en', 'ar')).toMatchObject({ reason: 'address' })
    expect(server.asked).toEqual([])
  })

  it('keeps paragraphs, in few requests, whether or not it keeps lines', async () => {
    const text = [
      'أعلن المجلس فتح الجسر القديم أمام الناس.',
      '12/11/2026',
      'يشكر المجلس الجميع.',
    ].join('\n')
    const wanted = text.split('\n').map((line) => pretended(line, 'en'))
    const asking = { title: 'بيان حول الجسر', text, from: 'ar', to: 'en' } as const
    for (const [mood, requests] of [
      ['well', 2],
      ['joins-lines', 4],
    ] as const) {
      server.mood = mood
      server.asked.length = 0
      const made = await translateStatement(asking, machine())
      if (made.kind !== 'translated') throw new Error(made.reason)
      expect(made.text.split('\n').map((line) => line.split(' ').length)).toEqual(
        wanted.map((line) => line.split(' ').length),
      )
      expect(made.text.split('\n')[1], 'a date says the same in every language').toBe('12/11/2026')
      expect(server.asked, mood).toHaveLength(requests)
    }
  })

  it('that gives a text back as it was has translated nothing', async () => {
    server.mood = 'echo'
    const asking = {
      title: 'بيان حول الجسر',
      text: 'أعلن المجلس فتح الجسر.',
      from: 'ar',
      to: 'en',
    } as const
    expect(await translateStatement(asking, machine())).toMatchObject({ reason: 'untranslated' })
  })
})
