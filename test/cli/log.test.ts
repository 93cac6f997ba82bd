import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../scripts/cli/commands.mjs'
import { deliveries } from '../../scripts/cli/deliveries.mjs'
import { Refused, WrongUse } from '../../scripts/cli/outcomes.mjs'
import { status } from '../../scripts/cli/status.mjs'
import { CLI_WORDS } from '../../scripts/cli/words.mjs'

/** A command over an API that answers the same to everything; what it asked and said. */
async function told(
  command: (args: string[], context: never) => Promise<void>,
  args: readonly string[],
  answer: object,
  lang: 'ar' | 'en' = 'en',
) {
  const asked: unknown[][] = []
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  const ask = (...question: unknown[]) => {
    asked.push(question)
    return Promise.resolve(answer)
  }
  const context = { ask, print, say: print, words: CLI_WORDS[lang], lang }
  let refused: string | null = null
  await command([...args], context as never).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error
    refused = error.message
  })
  return { asked, said: lines.join('\n'), refused: refused as string | null }
}

const STATUS = {
  asOf: '2026-11-26T10:00:00.123Z',
  publishers: [
    {
      id: 'sea',
      name: { ar: 'البحر', en: 'Sea' },
      statements: 12,
      sources: [
        {
          id: 'sea-ar',
          language: 'ar',
          state: 'ok',
          since: '2026-11-20T10:00:00.000Z',
          lastGoodPoll: '2026-11-26T09:59:00.000Z',
          words: null,
        },
        {
          id: 'sea-en',
          language: 'en',
          state: 'down',
          since: '2026-11-26T08:00:00.000Z',
          lastGoodPoll: null,
          words: { en: 'The site did not answer.', ar: 'لم يجب الموقع.' },
        },
      ],
      floods: [{ id: 'sea-1', source: 'sea-ar', fresh: 40, listed: 50 }],
    },
  ],
  endpoints: [{ id: 'desk', state: 'failing', reason: 'It answered 500.', pending: 3 }],
  silent: ['front'],
  budget: { plan: 'free', day: '2026-11-26', kvWrites: 7, rowsWritten: 90 },
}

describe('bayan status', () => {
  it('says of every source and endpoint how it is, and why where it is not well', async () => {
    const { said, asked } = await told(status, [], STATUS)
    expect(asked).toEqual([['GET', '/status']])
    expect(said).toContain('as of 2026-11-26T10:00:00Z')
    expect(said).toContain('sea-ar [ar]  Working (ok), last good poll 2026-11-26T09:59:00Z')
    expect(said).toContain(
      'Does not answer (down), since 2026-11-26T08:00:00Z, last good poll never',
    )
    expect(said).toContain('The site did not answer.')
    expect(said).toContain('a poll of sea-ar brought 40 of 50')
    expect(said).toContain('desk  failing  3 pending  It answered 500.')
    expect(said).toContain('did not answer: front')
    expect(said).toContain('7 KV writes, 90 rows')
  })

  it('says it in Arabic', async () => {
    const { said } = await told(status, [], STATUS, 'ar')
    expect(said).toContain('sea  البحر')
    expect(said).toContain('لا يجيب (down), منذ 2026-11-26T08:00:00Z')
    expect(said).toContain('لم يجب الموقع.')
  })

  it('says what to do where nothing is followed, and that endpoints are not for strangers', async () => {
    const { said } = await told(status, [], {
      ...STATUS,
      publishers: [],
      endpoints: undefined,
      silent: undefined,
    })
    expect(said).toContain('add source')
    expect(said).toContain('ADMIN_TOKEN is missing or wrong')
  })

  const source = STATUS.publishers[0]?.sources[0]
  const publisher = { ...STATUS.publishers[0], floods: [] }
  const WELL = {
    ...STATUS,
    publishers: [
      {
        ...publisher,
        sources: ['ok', 'quiet', 'waiting', 'paused'].map((state) => ({ ...source, state })),
      },
    ],
    endpoints: ['ok', 'unknown', 'deleted'].map((state) => ({
      id: state,
      state,
      reason: null,
      pending: 0,
    })),
    silent: [],
    translation: null,
  }
  const failing = { words: { en: 'The key is wrong.', ar: 'المفتاح خاطئ.' }, detail: '403' }

  it.each([
    { because: 'all is well, or nothing to be done about', answer: WELL, names: null },
    {
      because: 'sources, floods, endpoints and objects are ill',
      answer: STATUS,
      names: 'needs a look: sea-en, flood sea-1, desk, front',
    },
    {
      because: 'of a source that is silent for too long',
      answer: {
        ...WELL,
        publishers: [{ ...publisher, sources: [{ ...source, state: 'late' }] }],
      },
      names: 'needs a look: sea-ar',
    },
    {
      because: 'the machine refuses',
      answer: { ...WELL, translation: { failing } },
      names: 'needs a look: translation',
    },
  ])('tells a monitor by its end that $because', async ({ answer, names }) => {
    expect((await told(status, [], answer)).refused).toBe(names)
  })

  it('takes no words', async () => {
    await expect(told(status, ['all'], STATUS)).rejects.toThrow(WrongUse)
  })
})

const DELIVERY = {
  id: 'msg_1',
  endpoint: 'desk',
  state: 'abandoned',
  reason: 'The receiver answered 410.',
  next: null,
  accepted: '2026-11-26T08:00:00.000Z',
  attempts: [{ status: 410, error: 'gone' }],
  about: {
    kind: 'alert',
    watch: { id: 'bridge', name: 'Bridge' },
    change: 'appeared',
    statement: { id: 'sea-1', language: 'ar', title: 'فتح الجسر' },
    alerts: 1,
  },
}

describe('bayan deliveries', () => {
  it('asks for what is asked for, and shows what became of it', async () => {
    const args = ['--state', 'abandoned', '--endpoint', 'desk', '--limit', '5']
    const { asked, said } = await told(deliveries, args, { items: [DELIVERY], cursor: '7~desk' })
    expect(asked).toEqual([['GET', '/deliveries?state=abandoned&endpoint=desk&limit=5']])
    expect(said).toContain('2026-11-26T08:00:00Z  msg_1  desk  abandoned, 1 attempts, 410')
    expect(said).toContain('bridge: appeared sea-1 فتح الجسر')
    expect(said).toContain('The receiver answered 410.')
    expect(said).toContain('older: --cursor 7~desk')
  })

  it.each([
    { about: { kind: 'test' }, says: 'a test message' },
    { about: { kind: 'digest', alerts: 4 }, says: '4 alerts in one message' },
    { about: { kind: 'alert', statement: null }, says: 'an alert whose statement was erased' },
  ])('says what $about.kind is about', async ({ about, says }) => {
    const { said } = await told(deliveries, [], { items: [{ ...DELIVERY, about }], cursor: null })
    expect(said).toContain(says)
  })

  it('says that there is none', async () => {
    expect((await told(deliveries, [], { items: [], cursor: null })).said).toBe('No delivery.')
  })

  it('sends some again, each by its id', async () => {
    const { asked, said } = await told(deliveries, ['replay', 'msg_1', 'msg/2'], {})
    expect(asked).toEqual([
      ['POST', '/deliveries/msg_1/replay'],
      ['POST', '/deliveries/msg%2F2/replay'],
    ])
    expect(said).toContain('msg_1 is on its way again')
  })

  it('says whose log did not answer, and ends as one that was refused', async () => {
    const answer = { items: [DELIVERY], cursor: null, silent: ['hook', 'mail'] }
    const { said, refused } = await told(deliveries, [], answer)
    expect(said).toContain('msg_1')
    expect(refused).toContain('hook, mail')
  })

  it('names each that could not be sent again, and sends the others', async () => {
    const lines: string[] = []
    const print = (line: string) => void lines.push(line)
    const ask = (_: string, path: string) =>
      path.includes('msg_2') ? Promise.reject(new Refused('404: none')) : Promise.resolve({})
    const context = { ask, print, say: print, words: CLI_WORDS.en, lang: 'en' }
    const ids = Array.from({ length: 7 }, (_, n) => `msg_${n}`)
    await expect(deliveries(['replay', ...ids], context as never)).rejects.toThrow('1 of 7')
    expect(lines).toEqual([
      'msg_0 is on its way again',
      'msg_1 is on its way again',
      'msg_2: 404: none',
      ...[3, 4, 5, 6].map((n) => `msg_${n} is on its way again`),
    ])
  })

  it('sends all again that was given up since', async () => {
    const args = ['replay', '--endpoint', 'desk', '--since', '2026-11-26T08:00:00Z']
    const { asked, said } = await told(deliveries, args, { replayed: 3 })
    expect(asked).toEqual([['POST', '/endpoints/desk/replay', { since: '2026-11-26T08:00:00Z' }]])
    expect(said).toBe('3 deliveries of desk are on their way again')
  })

  it.each([
    { because: 'nothing is named', args: ['replay'], says: 'DELIVERY is missing.' },
    { because: 'no endpoint', args: ['replay', '--since', 'x'], says: '--endpoint is missing.' },
    { because: 'no moment', args: ['replay', '--endpoint', 'x'], says: '--since is missing.' },
    {
      because: 'both ways',
      args: ['replay', 'msg_1', '--endpoint', 'x'],
      says: 'one word too many',
    },
    { because: 'a wrong option', args: ['--stat', 'x'], says: 'There is no option "--stat" here.' },
    { because: 'a value left out', args: ['--state'], says: 'The option "--state" needs a value.' },
    { because: 'another verb', args: ['cancel'], says: '"cancel" is one word too many.' },
  ])('refuses to guess: $because', async ({ args, says }) => {
    await expect(told(deliveries, args, {})).rejects.toThrow(says)
  })
})

it('says of a back-test that did not reach the end of the archive how far it came', async () => {
  const answer = {
    matched: true,
    count: 2,
    searched: 300,
    since: '2025-01-01T00:00:00.000Z',
    alertsAWeek: 1,
    complete: false,
    reached: '2026-02-01T00:00:00.000Z',
    warnings: [],
    statements: [],
  }
  const tryWatch = COMMANDS['try-watch']
  expect((await told(tryWatch, ['الجسر'], answer)).said).toContain(
    'since 2026-02-01, about 1 alerts a week; what is older was not searched',
  )
  const whole = { ...answer, complete: true }
  expect((await told(tryWatch, ['الجسر'], whole, 'ar')).said).not.toContain('ولم يُبحث في الأقدم')
})
