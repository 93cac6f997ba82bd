import { expect, it } from 'vitest'
import { interfaceLanguage } from '../../src/pages/choose-language.ts'

it.each([
  { because: 'the address decides', query: 'ar', header: 'en', chosen: 'ar' },
  {
    because: 'an unknown language in the address is no choice',
    query: 'fr',
    header: 'ar',
    chosen: 'ar',
  },
  { because: 'the query is not a tag', query: 'AR', header: undefined, chosen: 'en' },
  { because: 'a region does not matter', query: undefined, header: 'ar-SY,en;q=0.8', chosen: 'ar' },
  {
    because: 'case does not matter in the header',
    query: undefined,
    header: 'AR-sy',
    chosen: 'ar',
  },
  {
    because: 'weights count, not order',
    query: undefined,
    header: 'en;q=0.5, ar;q=0.9',
    chosen: 'ar',
  },
  { because: 'the first of equals', query: undefined, header: 'ar, en', chosen: 'ar' },
  { because: 'a weight of 0 refuses', query: undefined, header: 'ar;q=0, fr', chosen: 'en' },
  { because: 'arn is Mapudungun', query: undefined, header: 'arn', chosen: 'en' },
  {
    because: 'languages that we lack are passed over',
    query: undefined,
    header: 'fr, de, ar;q=0.1',
    chosen: 'ar',
  },
  {
    because: 'garbage for a weight is no wish',
    query: undefined,
    header: 'ar;q=much, en;q=0.1',
    chosen: 'en',
  },
  { because: 'nothing asked', query: undefined, header: undefined, chosen: 'en' },
  { because: 'an empty header', query: undefined, header: '', chosen: 'en' },
  { because: 'a star is anything', query: undefined, header: '*', chosen: 'en' },
])('chooses $chosen for $header: $because', ({ query, header, chosen }) => {
  expect(interfaceLanguage({ query, acceptLanguage: header })).toBe(chosen)
})
