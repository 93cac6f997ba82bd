import { expect, it } from 'vitest'
import { isFresh } from '../../src/http/conditional.ts'

const modified = '2018-11-26T10:00:00.500Z'
const request = (headers: Record<string, string>) => new Request('https://b.example/', { headers })

it.each([
  { because: 'the same weak tag', headers: { 'if-none-match': 'W/"a"' }, fresh: true },
  { because: 'comparison is weak', headers: { 'if-none-match': '"a"' }, fresh: true },
  { because: 'one of a list', headers: { 'if-none-match': '"x", W/"a"' }, fresh: true },
  { because: 'a star means any', headers: { 'if-none-match': '*' }, fresh: true },
  { because: 'another tag', headers: { 'if-none-match': 'W/"b"' }, fresh: false },
  {
    because: 'the tag decides alone where it is given',
    headers: { 'if-none-match': 'W/"b"', 'if-modified-since': 'Mon, 26 Nov 2018 10:00:00 GMT' },
    fresh: false,
  },
  {
    because: 'not changed since',
    headers: { 'if-modified-since': 'Mon, 26 Nov 2018 10:00:00 GMT' },
    fresh: true,
  },
  {
    because: 'a later date',
    headers: { 'if-modified-since': 'Tue, 27 Nov 2018 10:00:00 GMT' },
    fresh: true,
  },
  {
    because: 'changed since',
    headers: { 'if-modified-since': 'Mon, 26 Nov 2018 09:59:59 GMT' },
    fresh: false,
  },
  { because: 'a bad date is none', headers: { 'if-modified-since': 'yesterday' }, fresh: false },
  { because: 'nothing asked', headers: {}, fresh: false },
])('$because', ({ headers, fresh }) => {
  expect(isFresh(request(headers as Record<string, string>), 'W/"a"', modified)).toBe(fresh)
})
