import { expect, it } from 'vitest'
import { nameFromAddress } from '../../src/pages/desk/source-draft.ts'

it.each([
  { because: 'the language is not the name', url: 'https://en.nahr.org/feed', name: 'nahr' },
  { because: 'nor is www', url: 'https://www.sham-review.net/', name: 'sham-review' },
  { because: 'a local run has numbers', url: 'http://127.0.0.1:8788/ar/', name: 'local' },
  {
    because: 'an Arabic name is written in Latin letters',
    url: 'https://بيان.example/',
    name: 'xn--mgbb5goa',
  },
  { because: 'nothing was pasted', url: '', name: '' },
])('names $url "$name": $because', ({ url, name }) => {
  expect(nameFromAddress(url)).toBe(name)
})
