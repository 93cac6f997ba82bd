import { beforeAll, expect, it } from 'vitest'
import words from '../../public/words/desk.json' with { type: 'json' }
import { DeliveriesPage } from '../../src/pages/desk/deliveries-page.tsx'
import { learnDeskWords } from '../../src/pages/desk/desk-words.ts'
import { BASE, NOW, readable, rendered } from './page-sample.ts'

beforeAll(() => learnDeskWords(words))

const page = async (lang: 'ar' | 'en', silent: readonly string[]) =>
  readable(
    await rendered(
      DeliveriesPage({
        lang,
        baseUrl: BASE,
        now: NOW,
        endpoint: '',
        state: '',
        endpoints: [],
        deliveries: [],
        cursor: null,
        silent,
      }),
    ),
  )

it('says in both languages whose log is missing, since an empty list would look calm', async () => {
  expect(await page('en', ['hook', 'mail'])).toContain('missing here')
  expect(await page('en', ['hook', 'mail'])).toContain('hook, mail')
  expect(await page('ar', ['hook'])).toContain('لم تجب هذه الوجهات')
})

it('says nothing of it where all answered', async () => {
  expect(await page('en', [])).not.toContain('did not answer')
})
