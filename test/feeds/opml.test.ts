import { expect, it } from 'vitest'
import { renderOpml } from '../../src/feeds/opml.ts'
import { BASE, NAHR, SAHL } from './sample.ts'
import { all, only, readStrictXml } from './strict-xml.ts'

const REQUEST = {
  baseUrl: BASE,
  languages: ['ar', 'en'],
  format: 'atom',
  updated: undefined,
} as const

it('lists the feed of all and a folder for each publisher', () => {
  const opml = readStrictXml(renderOpml([NAHR, SAHL], REQUEST))
  const folders = all(only(opml, 'body'), 'outline')
  expect(opml.attributes.get('version')).toBe('2.0')
  expect(folders.map(({ attributes }) => attributes.get('text'))).toEqual([
    'كل البيانات | All statements',
    'مجلس النهر | River Council',
    'هيئة السهل | Plain Authority',
  ])
  expect(
    all(folders[1]!, 'outline').map(({ attributes }) => Object.fromEntries(attributes)),
  ).toEqual([
    {
      type: 'rss',
      text: 'مجلس النهر',
      title: 'مجلس النهر',
      language: 'ar',
      description: 'البيانات العربية: مجلس النهر',
      xmlUrl: 'https://bayan.test/feeds/nahr/ar.atom',
      htmlUrl: 'https://nahr.test/',
    },
    {
      type: 'rss',
      text: 'River Council',
      title: 'River Council',
      language: 'en',
      description: 'Statements in English: River Council',
      xmlUrl: 'https://bayan.test/feeds/nahr/en.atom',
      htmlUrl: 'https://nahr.test/',
    },
  ])
})

it('says of the feed in both languages no language', () => {
  const opml = readStrictXml(renderOpml([], { ...REQUEST, languages: ['both'], format: 'rss' }))
  const feed = only(only(only(opml, 'body'), 'outline'), 'outline')
  expect(feed.attributes.has('language')).toBe(false)
  expect(feed.attributes.get('xmlUrl')).toBe('https://bayan.test/feeds/all/both.rss')
})

it('says when the list changed, if that is known', () => {
  const head = (updated: string | undefined) =>
    only(readStrictXml(renderOpml([], { ...REQUEST, updated })), 'head')
  expect(only(head('2026-11-18T09:00:00.000Z'), 'dateModified').text).toBe(
    'Wed, 18 Nov 2026 09:00:00 GMT',
  )
  expect(all(head(undefined), 'dateModified')).toEqual([])
  expect(all(head('never'), 'dateModified')).toEqual([])
})

it('stays well formed whatever an operator calls a publisher', () => {
  const name = { ar: '"/>\u0000<outline text="x"', en: "a & b ]]> '" }
  const opml = readStrictXml(renderOpml([{ id: 'nahr', name, site: '"><x>' }], REQUEST))
  const [, folder] = all(only(opml, 'body'), 'outline')
  expect(all(folder!, 'outline').map(({ attributes }) => attributes.get('text'))).toEqual([
    '"/><outline text="x"',
    "a & b ]]> '",
  ])
  expect(all(folder!, 'outline').map(({ attributes }) => attributes.get('htmlUrl'))).toEqual([
    'https://bayan.test/',
    'https://bayan.test/',
  ])
})
