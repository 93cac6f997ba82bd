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
