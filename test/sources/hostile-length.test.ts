import { describe, expect, it } from 'vitest'
import { refuseErrorPage } from '../../src/sources/error-page.ts'
import { readFeedXml } from '../../src/sources/feed-xml.ts'
import { readListing } from '../../src/sources/listing-readers.ts'
import { documentOf, sourceWith } from './documents.ts'
import { cpuClock } from '../cpu-clock.ts'

const LONG = 500_000
const filled = (piece: string, length = LONG) => piece.repeat(length / piece.length)

function feed(text: string) {
  return readFeedXml(documentOf(text), sourceWith({ kind: 'feed' }))
}

function channel(html: string) {
  const url = 'https://t.me/s/harbour'
  return readListing(documentOf(html, { url }), sourceWith({ kind: 'telegram', url }))
}

function page(html: string) {
  const bytes = new TextEncoder().encode(html)
  const headers = new Headers({ 'content-type': 'text/html' })
  return refuseErrorPage({ status: 200, headers, bytes }, html)
}

/** The free plan gives a poll 10 ms of CPU, and nothing can stop a pattern that has begun. */
describe('what a site sends takes no longer than its length', () => {
  it.each([
    { because: 'roots that never end', read: () => feed(`${filled('<rss ')}<item>`) },
    { because: 'channels that never end', read: () => feed(`<rss>${filled('<channel ')}<item>`) },
    {
      because: 'comments in an entry that never end',
      read: () =>
        feed(`<rss><channel><item><title>${filled('<!--')}</title></item></channel></rss>`),
    },
    {
      because: 'a declaration of a name that never ends',
      read: () =>
        feed(`<rss xmlns:a="${filled('/')}x"><channel><item><a:b>x</a:b></item></channel></rss>`),
    },
    {
      because: 'a class that never ends',
      read: () =>
        channel(`<div data-post="harbour/1"><div class="${filled('tgme_widget_message_text ')}`),
    },
    {
      because: 'titles that never end, of which only the first letters are looked at',
      read: () => Array.from({ length: 8 }, () => page(`<html>${filled('<title')}`)),
    },
  ])('$because', async ({ read }) => {
    const spent = cpuClock()
    await read()
    // A tenth of it on an idle machine; what stood there before took three seconds to a minute.
    expect(spent()).toBeLessThan(1_500)
  })
})

/** Selectors that find much, little and nothing, inside and outside of each other. */
const SELECTORS = {
  item: '.a',
  link: '.b a[href]',
  title: '.a > .b, h3',
  date: 'time, .c .d',
  excerpt: 'p:not(.b)',
  remove: ['.e', '[data-f]'],
}

/** Half as long: a page of 500,000 letters takes up to 0.3 s of an idle machine. */
const half = (piece: string) => filled(piece, LONG / 2)

function selected(html: string) {
  const source = sourceWith({ kind: 'html', selectors: SELECTORS })
  return readListing(documentOf(html, { mediaType: 'text/html' }), source)
}

describe('a page that is read by selectors takes no longer than its length', () => {
  it.each([
    { because: 'items in items', html: half('<div class="a">') },
    { because: 'items without an end', html: half('<li class="a">x') },
    { because: 'links in one item', html: `<div class="a">${half('<b class=b><a href=x>')}` },
    { because: 'tags that never end', html: half('<div class="a" ') },
    { because: 'quotes that never end', html: half('<div class="a') },
    { because: 'quotes out of balance', html: half(`<a class=a'>"`) },
    { because: 'signs in attributes', html: `<div class="a" title="${half('<a <b ')}">` },
    { because: 'comments that never end', html: half('<div class="a"><!--') },
    { because: 'end tags of nothing', html: half('<p class="a"></b></div>') },
    { because: 'equals signs', html: `<a ${half('=')}>` },
    { because: 'attributes in one tag', html: `<a ${half('c=a class=a ')}>` },
    { because: 'depth, asked by descendants', html: half('<i class="c"><i class="d">') },
    { because: 'dates and removed parts', html: half('<p class="a e" data-f><time>1') },
  ])('$because', async ({ html }) => {
    const spent = cpuClock()
    await selected(html)
    // A tenth of it on an idle machine.
    expect(spent(), 'ms of CPU').toBeLessThan(1_500)
  })
})
