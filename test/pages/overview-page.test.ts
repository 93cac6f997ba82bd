import { beforeAll, expect, it } from 'vitest'
import words from '../../public/words/desk.json' with { type: 'json' }
import { learnDeskWords } from '../../src/pages/desk/desk-words.ts'
import { OverviewPage } from '../../src/pages/desk/overview-page.tsx'
import { BASE, NOW, readable, rendered, sourceReport, statusOf } from './page-sample.ts'

beforeAll(() => learnDeskWords(words))

type Props = Parameters<typeof OverviewPage>[0]

const page = async (changes: Partial<Props> = {}) =>
  readable(
    await rendered(
      OverviewPage({
        lang: 'en',
        baseUrl: BASE,
        now: NOW,
        publishers: [],
        hasEndpoints: true,
        hasWatches: true,
        floods: [],
        silent: [],
        status: statusOf([sourceReport()]),
        ...changes,
      }),
    ),
  )

const ENDPOINT = {
  id: 'desk-slack',
  state: 'disabled',
  reason: 'gone',
  words: { en: 'Give it a new address.', ar: 'أعطها عنوانًا جديدًا.' },
  pending: 2,
  kind: 'slack',
  lastDelivered: null,
  oldestPending: null,
  nextProbe: null,
  results: {},
} as const

it('is calm where nothing waits', async () => {
  expect(await page()).toContain('Nothing waits for you.')
})

it.each([
  {
    because: 'an object is silent',
    changes: { silent: ['nahr', 'nahr'] },
    shows: /shown: nahr(?!,)/,
  },
  {
    because: 'an endpoint takes nothing',
    changes: { status: statusOf([], { endpoints: [ENDPOINT] }) },
    shows: /desk-slack.*Give it a new address\./,
  },
  {
    because: 'a source needs a look',
    changes: { status: statusOf([sourceReport({ state: 'down', reason: 'timeout' })]) },
    shows: /Does not answer/,
  },
])('is not calm where $because', async ({ changes, shows }) => {
  const text = await page(changes)
  expect(text).not.toContain('Nothing waits for you.')
  expect(text).toMatch(shows)
})
