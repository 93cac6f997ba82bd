import { expect, it } from 'vitest'
import words from '../../public/words/desk.json' with { type: 'json' }
import { learnDeskWords } from '../../src/pages/desk/desk-words.ts'
import { pollWords } from '../../src/pages/desk/poll-words.ts'

it.each([
  {
    because: 'an error has a number',
    poll: { outcome: 'refused', reason: 'status', status: 503 },
    says: 'sea: The site has a fault of its own (503)',
  },
  {
    because: 'a broken connection has none',
    poll: { outcome: 'refused', reason: 'network', status: null },
    says: 'sea: The connection to the site failed.',
  },
  {
    because: 'news are counted',
    poll: { outcome: 'ok', reason: null },
    says: 'sea: 2 new, 1 revised',
  },
])('tells what a poll brought: $because', ({ poll, says }) => {
  learnDeskWords(words)
  expect(pollWords([{ source: 'sea', appeared: 2, revised: 1, ...poll }], 'en')).toContain(says)
})
