import { expect, it } from 'vitest'
import { whatChanged } from '../../src/deliveries/what-changed.ts'

const text = 'The council says today that the lighthouse of the harbour stays lit at night.'

it.each([
  {
    because: 'one word, with four around it',
    before: { title: 't', text },
    after: { title: 't', text: text.replace('stays', 'may stay') },
    changed: {
      before: '\u2026lighthouse of the harbour stays lit at night.',
      after: '\u2026lighthouse of the harbour may stay lit at night.',
    },
  },
  {
    because: 'a headline before all',
    before: { title: 'Lighthouse stays', text },
    after: { title: 'Lighthouse goes', text: 'other' },
    changed: { before: 'Lighthouse stays', after: 'Lighthouse goes' },
  },
  {
    because: 'something was added at the end',
    before: { title: 't', text: 'One two.' },
    after: { title: 't', text: 'One two. Three.' },
    changed: { before: 'One two.', after: 'One two. Three.' },
  },
  {
    because: 'all of it was taken away',
    before: { title: 't', text: 'One two.' },
    after: { title: 't', text: '' },
    changed: { before: 'One two.', after: '' },
  },
  {
    because: 'a word that repeats is found once',
    before: { title: 't', text: 'a a a' },
    after: { title: 't', text: 'a a a a' },
    changed: { before: 'a a a', after: 'a a a a' },
  },
  {
    because: 'Arabic, with its marks',
    before: { title: 't', text: 'قال المجلس إن المنارة باقية' },
    after: { title: 't', text: 'قال المجلس إن المنارة زائلة' },
    changed: { before: 'قال المجلس إن المنارة باقية', after: 'قال المجلس إن المنارة زائلة' },
  },
  {
    because: 'two places far apart are two places, not all that lies between them',
    before: { title: 't', text: `First word here. ${text} Then 17 were hurt.` },
    after: { title: 't', text: `First line here. ${text} Then 19 were hurt.` },
    changed: {
      before: 'First word here. The council says\u2026lit at night. Then 17 were hurt.',
      after: 'First line here. The council says\u2026lit at night. Then 19 were hurt.',
    },
  },
  {
    because: 'another paragraph shows nothing of the first, save the words before',
    before: { title: 't', text: `${text}\nThree were hurt.` },
    after: { title: 't', text: `${text}\nFour were hurt.` },
    changed: {
      before: '\u2026stays lit at night. Three were hurt.',
      after: '\u2026stays lit at night. Four were hurt.',
    },
  },
  {
    because: 'a spelling is told as it was and as it is',
    before: { title: 't', text: 'قال احمد، إن المنارة باقية' },
    after: { title: 't', text: 'قال أحمد، إن المنارة باقية' },
    changed: { before: 'قال احمد، إن المنارة باقية', after: 'قال أحمد، إن المنارة باقية' },
  },
  {
    because: 'paragraphs that were joined differ in no word: the page and the class say so too',
    before: { title: 't', text: 'One two.\nThree.' },
    after: { title: 't', text: 'One two. Three.' },
    changed: undefined,
  },
  {
    because: 'a headline whose blanks moved hides no edit of the text',
    before: { title: 'The  headline', text: 'One two.' },
    after: { title: 'The headline', text: 'One three.' },
    changed: { before: 'One two.', after: 'One three.' },
  },
  {
    because: 'blanks and line breaks are no words',
    before: { title: 't', text: 'One two.' },
    after: { title: 't', text: 'One\n  two.' },
    changed: undefined,
  },
])('$because', ({ before, after, changed }) => {
  expect(whatChanged(before, after)).toEqual(changed)
})

it('stays short for two books', () => {
  const changed = whatChanged(
    { title: 't', text: 'alpha '.repeat(50_000) },
    { title: 't', text: 'beta '.repeat(50_000) },
  )
  expect(changed?.before.length).toBeLessThan(250)
  expect(changed?.after.length).toBeLessThan(250)
})

it('names the place in a book, and not where it stopped reading', () => {
  const book = Array.from({ length: 20_000 }, (_, n) => `word${n}`).join(' ')
  const changed = whatChanged(
    { title: 't', text: book },
    { title: 't', text: `${book.replace('word7 ', 'word ')} end` },
  )
  expect(changed?.before).toContain('word6 word7 word8')
  expect(changed?.before.length).toBeLessThan(100)
})
