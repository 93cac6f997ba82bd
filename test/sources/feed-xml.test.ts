import { describe, expect, it } from 'vitest'
import { readFeedXml } from '../../src/sources/feed-xml.ts'
import { readListing } from '../../src/sources/listing-readers.ts'
import { fingerprint, fingerprints } from '../../src/sources/fingerprint.ts'
import { atom, documentOf, ENTRY, ITEM, rss, sourceWith } from './documents.ts'
import { cpuClock } from '../cpu-clock.ts'

const read = (text: string, change = {}) => readFeedXml(documentOf(text, change), sourceWith())

async function entriesOf(text: string, change = {}) {
  const reading = await read(text, change)
  if (reading.kind === 'refused') throw new Error(`${reading.reason}: ${reading.detail.join(' ')}`)
  return reading.entries
}

/** As a poll would have it: cleaned, and without what has no address. */
async function listingOf(text: string) {
  const reading = await readListing(documentOf(text), sourceWith({ kind: 'feed' }))
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading))
  return reading
}

const item = (inside: string) => rss(`<item><link>https://majlis.example/1</link>${inside}</item>`)
const entry = (inside: string, root = '') =>
  atom(`<entry><link href="https://majlis.example/1"/>${inside}</entry>`, root)

it('however a feed is cut, only whole entries are taken, and nothing is called complete', async () => {
  const feed = rss(ITEM.replace('ملخص', '<![CDATA[<p>نص</p>]]>') + ITEM.replace('/1<', '/2<'))
  const [whole, second] = (await listingOf(feed)).entries
  const end = feed.lastIndexOf('</rss') + '</rss'.length
  const firstEnd = feed.indexOf('</item>') + '</item>'.length
  const secondEnd = feed.lastIndexOf('</item>') + '</item>'.length
  for (let length = 0; length < end; length += 1) {
    const because = `cut after ${length} letters`
    const reading = await readListing(
      documentOf(feed.slice(0, length)),
      sourceWith({ kind: 'feed' }),
    )
    if (reading.kind !== 'read') {
      expect(length, because).toBeLessThan(firstEnd)
      continue
    }
    expect(reading.partial, because).toBe(true)
    expect(reading.entries, because).toEqual(
      length < firstEnd ? [] : length < secondEnd ? [whole] : [whole, second],
    )
  }
  expect(await entriesOf(feed)).toHaveLength(2)
})

describe('entries are found', () => {
  const RDF_ROOT =
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
  it.each([
    { because: 'RSS 2.0', text: rss(ITEM) },
    {
      because: 'RSS 0.91 with its public DOCTYPE',
      text: `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.example/rss-0.91.dtd"><rss version="0.91"><channel>${ITEM}</channel></rss>`,
    },
    {
      because: 'RSS 1.0 keeps items outside the channel',
      text: `${RDF_ROOT}<channel rdf:about="x"><items><rdf:Seq><rdf:li resource="https://majlis.example/1"/></rdf:Seq></items></channel>${ITEM}</rdf:RDF>`,
    },
    {
      because: 'a prefixed RSS 1.0',
      text: `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/"><s:item r:about="https://majlis.example/1"><s:title>بيان أول</s:title><s:link>https://majlis.example/1</s:link></s:item></r:RDF>`,
    },
    { because: 'Atom 1.0', text: atom(ENTRY) },
    {
      because: 'Atom 0.3',
      text: `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>بيان أول</title><link rel="alternate" href="https://majlis.example/1"/><issued>2021-10-28T18:38:20Z</issued></entry></feed>`,
    },
    {
      because: 'Atom with a prefix everywhere',
      text: `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>بيان أول</a:title><a:link href="https://majlis.example/1"/></a:entry></a:feed>`,
    },
    { because: 'no declaration, a leading space', text: `  \n${rss(ITEM).slice(38)}` },
    {
      because: 'a PHP warning before the declaration',
      text: `<br />\n<b>Warning</b>: count() in <b>x.php</b> on line <b>7</b><br />\n${rss(ITEM)}`,
    },
    { because: 'text behind the root', text: `${rss(ITEM)}<!-- cached -->\n<script>x</script>` },
    {
      because: 'a foreign item inside the item',
      text: rss(ITEM.replace('<title>', '<media:item url="x">y</media:item><title>')),
    },
    { because: 'an end tag with a space', text: rss(ITEM.replace('</item>', '</item >')) },
    {
      because: 'html in a description that nobody closed',
      text: rss(ITEM.replace('ملخص', '<p>ملخص<br><b>x')),
    },
    {
      because: 'CDATA in every field',
      text: rss(
        '<item><title><![CDATA[بيان أول]]></title><link><![CDATA[https://majlis.example/1]]></link></item>',
      ),
    },
    {
      because: 'an item commented out is no item',
      text: rss(`<!-- <item><title>مسودة</title></item> -->${ITEM}`),
    },
    {
      because: 'a bare ampersand in a title',
      text: rss(`${ITEM}<item><title>A & B</title><link>https://majlis.example/2</link></item>`),
      count: 2,
    },
    {
      because: 'an article that quotes feed markup',
      text: rss(ITEM.replace('ملخص', '<![CDATA[<pre>&lt;x <item> </pre>]]>')),
    },
    {
      because: 'a > inside an attribute',
      text: atom(ENTRY.replace('<link ', '<link title="a > b" ')),
    },
    { because: 'a channel without end tag', text: rss(ITEM).replace('</channel>', '') },
    {
      because: 'RSS whose default namespace says Atom',
      text: rss(ITEM, '', ' xmlns="http://www.w3.org/2005/Atom"'),
    },
  ])('$because', async ({ text, count }) => {
    const entries = await entriesOf(text)
    expect(entries).toHaveLength(count ?? 1)
    expect(entries[0]).toMatchObject({ url: 'https://majlis.example/1', title: 'بيان أول' })
  })

  it('a feed without entries is a valid nothing, and says so', async () => {
    expect(await read(rss(''))).toMatchObject({
      kind: 'read',
      entries: [],
      notes: [{ en: /no entries/ }],
    })
    expect(await read('<feed xmlns="http://www.w3.org/2005/Atom"/>')).toMatchObject({
      kind: 'read',
      entries: [],
    })
  })

  it('the same entry twice is one', async () => {
    expect(await entriesOf(rss(ITEM + ITEM))).toHaveLength(1)
  })

  it('one guid for all entries does not make them one', async () => {
    expect(await entriesOf(rss(ITEM + ITEM.replace('/1<', '/2<')))).toHaveLength(2)
  })

  it('five hundred entries are read of fifty thousand, quickly', async () => {
    const many = Array.from({ length: 50_000 }, (_, n) => ITEM.replace('/1<', `/${n}<`)).join('')
    const spent = cpuClock()
    const reading = await read(rss(many))
    expect(spent()).toBeLessThan(1_000)
    expect(reading).toMatchObject({ kind: 'read', notes: [{ en: /first 500/ }] })
    expect(reading.kind === 'read' && reading.entries.length).toBe(500)
  })

  it('an entry without any address is passed over with a note', async () => {
    const reading = await listingOf(rss(`<item><title>x</title></item>${ITEM}`))
    expect(reading).toMatchObject({
      entries: [{}],
      notes: [{ en: /1 entries have no http address/ }],
    })
  })
})

describe('forgiven', () => {
  const whole = rss(ITEM + ITEM.replace('/1<', '/2<'))
  it.each([
    {
      because: 'cut in the middle of an item: the first alone is whole',
      text: whole.slice(0, whole.lastIndexOf('<guid')),
      count: 1,
      partial: true,
    },
    {
      because: 'cut between two items',
      text: whole.slice(0, whole.lastIndexOf('<item>')),
      count: 1,
      partial: true,
    },
    {
      because: 'cut behind the last item',
      text: whole.slice(0, whole.indexOf('</channel>')),
      count: 2,
      partial: true,
    },
    {
      because: 'CDATA never ends: it ends with its element',
      text: rss(ITEM.replace('ملخص', '<![CDATA[ملخص')),
      count: 1,
    },
    { because: 'a comment never ends', text: rss(`${ITEM}<!-- `), count: 1 },
    {
      because: 'CDATA of one item ends in the next',
      text: rss(
        ITEM.replace('ملخص', '<![CDATA[ملخص') +
          ITEM.replace('ملخص', '<![CDATA[ملخص]]>').replace('/1<', '/2<'),
      ),
      count: 2,
    },
    {
      because: 'a comment begins twice and eats an item',
      text: rss(`<!-- a ${ITEM.replace('/1<', '/2<')} <!-- b -->${ITEM}`),
      count: 2,
    },
    {
      because: 'an item is not closed',
      text: rss(ITEM.replace('</item>', '') + ITEM.replace('/1<', '/2<')),
      count: 2,
    },
    { because: 'a title is not closed', text: rss(ITEM.replace('</title>', '')), count: 1 },
    { because: 'a link is not closed', text: rss(ITEM.replace('</link>', '')), count: 1 },
    {
      because: 'names in capitals',
      text: rss(ITEM)
        .replaceAll('item>', 'ITEM>')
        .replace('<rss', '<RSS')
        .replace('</rss', '</RSS'),
      count: 1,
    },
    { because: 'no root', text: `<channel>${ITEM}</channel>`, count: 1, partial: true },
    {
      because: 'behind the root',
      text: `${rss(ITEM)}${ITEM.replace('/1<', '/2<')}`,
      count: 2,
      partial: true,
    },
    {
      because: 'entities of its own, of which the plain one is read',
      text: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "أول"><!ENTITY b "&a;&a;">]>${rss(ITEM.replace('أول', '&a;')).slice(38)}`,
      count: 1,
    },
    {
      because: 'an entity that reads a file is letters',
      text: `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(ITEM.replace('ملخص', '&x;')).slice(38)}`,
      count: 1,
      html: '<p>&amp;x;</p>',
    },
  ])('$because', async ({ text, count, partial, html }) => {
    const reading = await listingOf(text)
    expect(reading.entries).toHaveLength(count)
    expect(reading.entries.at(-1)?.title).toBe('بيان أول')
    expect(reading.entries.map(({ url }) => url).toSorted()).toEqual(
      ['https://majlis.example/1', 'https://majlis.example/2'].slice(0, count),
    )
    expect(reading.entries[0]?.html).toBe(html ?? '<p>ملخص</p>')
    expect(reading.partial).toBe(partial ?? false)
    expect(reading.notes).toMatchObject([
      { en: partial === true ? /breaks off/ : /read by forgiving rules/ },
    ])
  })
})

describe('refused', () => {
  const laughs = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n} "${'x'.repeat(200)}">`).join(
    '',
  )
  it.each([
    {
      reason: 'truncated',
      because: 'cut inside the only item',
      text: rss(ITEM).slice(0, -40),
    },
    {
      reason: 'malformed',
      because: 'entities that multiply',
      text: `<!DOCTYPE rss [${laughs}]>${rss(ITEM.replace('ملخص', '&l3;'.repeat(5_000))).slice(38)}`,
    },
    {
      reason: 'malformed',
      because: 'two hundred thousand attributes',
      text: rss(`<item ${'a="b" '.repeat(200_000)}></item>`),
    },
    { reason: 'malformed', because: 'entries only as empty tags', text: rss('<item/>') },
    {
      reason: 'not-a-listing',
      because: 'a web page',
      text: '<!DOCTYPE html><html><head><title>x</title></head><body><item><link>/1</link></item></body></html>',
    },
    {
      reason: 'not-a-listing',
      because: 'another kind of XML',
      text: '<?xml version="1.0"?><urlset><url><loc>x</loc></url></urlset>',
    },
    { reason: 'not-a-listing', because: 'plain words', text: 'Database connection failed' },
    { reason: 'empty', because: 'nothing', text: '' },
  ])('$reason: $because', async ({ reason, text }) => {
    const listing = await readListing(documentOf(text), sourceWith({ kind: 'feed' }))
    expect(listing).toMatchObject({ kind: 'refused', reason })
  })

  it('a hundred thousand nested tags cost little', async () => {
    // The forgiving rules are loaded when they are first wanted.
    await read(rss('<item>'))
    const spent = cpuClock()
    const reading = await read(
      rss(`<item><x>${'<a>'.repeat(100_000)}</x><link>https://majlis.example/1</link></item>`),
    )
    expect(spent()).toBeLessThan(500)
    expect(reading.kind).toBeDefined()
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})

it('a prototype as element is an element like others', async () => {
  const evil =
    '<item><__proto__><x>1</x></__proto__><constructor>y</constructor><link>/1</link></item>'
  expect(await entriesOf(rss(evil))).toHaveLength(1)
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})

describe('addresses', () => {
  it.each([
    { because: 'the plain link', text: item(''), url: 'https://majlis.example/1' },
    {
      because: 'relative to the document',
      text: rss('<item><link>/2?a=1&amp;b=2</link></item>'),
      url: 'https://majlis.example/2?a=1&b=2',
    },
    {
      because: 'relative to the address after redirects',
      text: rss('<item><link>2</link></item>'),
      change: { url: 'https://www.majlis.example/ar/feed' },
      url: 'https://www.majlis.example/ar/2',
    },
    {
      because: 'xml:base of the root',
      text: rss('<item><link>2</link></item>', '', ' xml:base="https://b.example/x/"'),
      url: 'https://b.example/x/2',
    },
    {
      because: 'xml:base inside xml:base',
      text: atom(
        '<entry xml:base="sub/"><link href="2"/></entry>',
        ' xml:base="https://b.example/x/"',
      ),
      url: 'https://b.example/x/sub/2',
    },
    {
      because: 'xml:base of the link itself',
      text: atom('<entry><link xml:base="https://c.example/" href="2"/></entry>'),
      url: 'https://c.example/2',
    },
    {
      because: 'a guid is the permalink',
      text: rss('<item><guid>https://majlis.example/?p=9</guid></item>'),
      url: 'https://majlis.example/?p=9',
    },
    {
      because: 'a guid with isPermaLink true',
      text: rss('<item><guid isPermaLink="true">/9</guid></item>'),
      url: 'https://majlis.example/9',
    },
    {
      because: 'an empty link gives way to the guid',
      text: rss('<item><link/><guid>https://majlis.example/9</guid></item>'),
      url: 'https://majlis.example/9',
    },
    {
      because: 'atom:link where RSS has no link',
      text: rss('<item><atom:link href="https://majlis.example/8"/></item>'),
      url: 'https://majlis.example/8',
    },
    {
      because: 'the plain link goes before atom:link',
      text: rss(
        '<item><atom:link rel="alternate" hreflang="en" href="https://majlis.example/en/1"/><link>https://majlis.example/1</link></item>',
      ),
      url: 'https://majlis.example/1',
    },
    {
      because: 'the link of our language, not the last',
      text: atom('<entry><link hreflang="ar" href="/ar"/><link hreflang="en" href="/en"/></entry>'),
      url: 'https://majlis.example/ar',
    },
    {
      because: 'enclosures and replies are no page',
      text: atom(
        '<entry><link rel="enclosure" href="/a.mp3"/><link rel="replies" href="/r"/><link rel="alternate" href="/1"/></entry>',
      ),
      url: 'https://majlis.example/1',
    },
    {
      because: 'what FeedBurner put aside',
      text: rss(
        '<item><link>https://feeds.example/~r/1</link><feedburner:origLink>https://majlis.example/1</feedburner:origLink></item>',
      ),
      url: 'https://majlis.example/1',
    },
    {
      because: 'an Atom id that is an address',
      text: atom('<entry><id>https://majlis.example/7</id></entry>'),
      url: 'https://majlis.example/7',
    },
    {
      because: 'spaces and line breaks around',
      text: rss('<item><link>\n https://majlis.example/1 \n</link></item>'),
      url: 'https://majlis.example/1',
    },
    {
      because: 'Arabic letters are percent-encoded',
      text: rss('<item><link>https://majlis.example/بيان</link></item>'),
      url: 'https://majlis.example/%D8%A8%D9%8A%D8%A7%D9%86',
    },
    {
      because: 'javascript: is no address, the guid is',
      text: rss(
        '<item><link>javascript:alert(1)</link><guid>https://majlis.example/1</guid></item>',
      ),
      url: 'https://majlis.example/1',
    },
  ])('$because', async ({ text, url, change }) => {
    expect((await entriesOf(text, change))[0]?.url).toBe(url)
  })

  it.each([
    {
      because: 'a guid that says it is no permalink',
      inside: '<guid isPermaLink="false">https://majlis.example/1</guid>',
    },
    { because: 'a data address', inside: '<link>data:text/html,x</link>' },
    { because: 'a guid that is a word', inside: '<guid>post-7</guid>' },
  ])('none: $because', async ({ inside }) => {
    expect((await listingOf(rss(`<item>${inside}</item>`))).entries).toEqual([])
  })
})

describe('titles', () => {
  it.each([
    {
      because: 'references',
      text: item('<title>بيان &quot;عاجل&quot; &amp; مهم&nbsp;جدا</title>'),
      title: 'بيان "عاجل" & مهم جدا',
    },
    {
      because: 'a reference inside CDATA',
      text: item('<title><![CDATA[It&#039;s <b>now</b>]]></title>'),
      title: "It's now",
    },
    { because: 'a small sign', text: item('<title>1 &lt; 2</title>'), title: '1 < 2' },
    {
      because: 'media:title is another thing',
      text: item('<media:title>صورة</media:title><title>بيان</title>'),
      title: 'بيان',
    },
    {
      because: 'dc:title where there is no other',
      text: item('<dc:title>بيان</dc:title>'),
      title: 'بيان',
    },
    { because: 'a number stays as it was', text: item('<title>007</title>'), title: '007' },
    { because: 'line breaks', text: item('<title>\n بيان\n  صحفي </title>'), title: 'بيان صحفي' },
    { because: 'none', text: item(''), title: '' },
    {
      because: 'Atom text is no html',
      text: entry('<title>&lt;b&gt; is bold</title>'),
      title: '<b> is bold',
    },
    {
      because: 'Atom html',
      text: entry('<title type="html">&lt;b&gt;بيان&lt;/b&gt; &amp;amp; رد</title>'),
      title: 'بيان & رد',
    },
    {
      because: 'Atom xhtml',
      text: entry(
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">بيان <b>عاجل</b> الآن</div></title>',
      ),
      title: 'بيان عاجل الآن',
    },
    {
      because: 'control characters',
      text: item('<title>a\u0007b&#xD800;&#0;</title>'),
      title: 'ab',
    },
  ])('$because', async ({ text, title }) => {
    expect((await entriesOf(text))[0]?.title).toBe(title)
  })
})

describe('dates', () => {
  it.each([
    {
      because: 'pubDate',
      text: item('<pubDate>Thu, 28 Oct 2021 18:38:20 +0300</pubDate>'),
      date: '2021-10-28T15:38:20.000Z',
    },
    {
      because: 'dc:date',
      text: item('<dc:date>2021-10-28T10:00:00+03:00</dc:date>'),
      date: '2021-10-28T07:00:00.000Z',
    },
    {
      because: 'an Arabic pubDate',
      text: item('<pubDate>٢٦ تشرين ثاني، ٢٠١٨</pubDate>'),
      date: '2018-11-26T00:00:00.000Z',
    },
    {
      because: 'a bad pubDate gives way',
      text: item('<pubDate>soon</pubDate><dc:date>2021-10-28</dc:date>'),
      date: '2021-10-28T00:00:00.000Z',
    },
    {
      because: 'atom:published inside RSS',
      text: item('<atom:published>2021-10-28T00:00:01Z</atom:published>'),
      date: '2021-10-28T00:00:01.000Z',
    },
    {
      because: 'published goes before updated',
      text: entry(
        '<updated>2022-01-01T00:00:00Z</updated><published>2021-10-28T00:00:00Z</published>',
      ),
      date: '2021-10-28T00:00:00.000Z',
    },
    {
      because: 'issued, of Atom 0.3',
      text: entry('<issued>2003-12-13T08:29:29-04:00</issued>'),
      date: '2003-12-13T12:29:29.000Z',
    },
    {
      because: 'updated, where nothing else is said',
      text: entry('<updated>2022-01-01T00:00:00Z</updated>'),
      date: '2022-01-01T00:00:00.000Z',
    },
    { because: 'none is none, never now', text: item(''), date: undefined },
    {
      because: '1970 is none',
      text: item('<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>'),
      date: undefined,
    },
    {
      because: 'the date of the channel is not the date of the item',
      text: rss('<item><link>/1</link></item>', '<pubDate>Thu, 28 Oct 2021 18:38:20 GMT</pubDate>'),
      date: undefined,
    },
  ])('$because', async ({ text, date }) => {
    expect((await listingOf(text)).entries[0]?.published).toBe(date)
  })
})

describe('bodies', () => {
  const long = 'كلمة '.repeat(300)
  it.each([
    {
      because: 'content:encoded is the text',
      text: item(
        '<description>ملخص</description><content:encoded><![CDATA[<p>النص</p>]]></content:encoded>',
      ),
      html: '<p>النص</p>',
      complete: true,
    },
    {
      because: 'another prefix for the same namespace',
      text: item(
        '<c:encoded xmlns:c="http://purl.org/rss/1.0/modules/content/">&lt;p&gt;النص&lt;/p&gt;</c:encoded>',
      ),
      html: '<p>النص</p>',
      complete: true,
    },
    {
      because: 'the prefix without its declaration',
      text: `<rss><channel><item><link>https://majlis.example/1</link><content:encoded>&lt;p&gt;النص&lt;/p&gt;</content:encoded></item></channel></rss>`,
      html: '<p>النص</p>',
      complete: true,
    },
    {
      because: 'a short description is not the text',
      text: item('<description>&lt;p&gt;ملخص&lt;/p&gt;</description>'),
      html: '<p>ملخص</p>',
      complete: false,
    },
    {
      because: 'a long description is the text',
      text: item(`<description>${long}</description>`),
      html: long,
      complete: true,
    },
    {
      because: 'a long description that breaks off is not',
      text: item(`<description>${long}...</description>`),
      html: `${long}...`,
      complete: false,
    },
    {
      because: 'an excerpt as content:encoded',
      text: item('<content:encoded>&lt;p&gt;أول النص [&amp;#8230;]&lt;/p&gt;</content:encoded>'),
      html: '<p>أول النص [&#8230;]</p>',
      complete: false,
    },
    {
      because: 'an Arabic "read more"',
      text: item('<content:encoded>أول النص اقرأ المزيد »</content:encoded>'),
      html: 'أول النص اقرأ المزيد »',
      complete: false,
    },
    {
      because: 'an empty content gives way',
      text: item(
        '<content:encoded><![CDATA[<p> </p>]]></content:encoded><description>ملخص</description>',
      ),
      html: 'ملخص',
      complete: false,
    },
    {
      because: 'html that nobody escaped',
      text: item('<description><p>ملخص &amp; <b>رد</b></p></description>'),
      html: '<p>ملخص &amp; <b>رد</b></p>',
      complete: false,
    },
    {
      because: 'CDATA holds references once',
      text: item('<content:encoded><![CDATA[a &amp;lt; b]]></content:encoded>'),
      html: 'a &amp;lt; b',
      complete: true,
    },
    {
      because: 'an end tag inside CDATA is text',
      text: item('<content:encoded><![CDATA[<p>a</content:encoded>b</p>]]></content:encoded>'),
      html: '<p>a</content:encoded>b</p>',
      complete: true,
    },
    {
      because: 'Atom html',
      text: entry('<content type="html">&lt;p&gt;النص&lt;/p&gt;</content>'),
      html: '<p>النص</p>',
      complete: true,
    },
    {
      because: 'Atom xhtml keeps its order',
      text: entry('<content type="xhtml"><div>one<b>two</b>three</div></content>'),
      html: '<div>one<b>two</b>three</div>',
      complete: true,
    },
    {
      because: 'prefixed xhtml',
      text: entry(
        '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>النص</h:p></h:div></content>',
      ),
      html: '<div xmlns:h="http://www.w3.org/1999/xhtml"><p>النص</p></div>',
      complete: true,
    },
    {
      because: 'Atom text',
      text: entry('<content>a &lt; b\n\nc</content>'),
      html: '<p>a &lt; b</p><p>c</p>',
      complete: true,
    },
    {
      because: 'Atom 0.3 in base64',
      text: entry('<content type="text/html" mode="base64">PHA+2KfZhNmG2LU8L3A+</content>'),
      html: '<p>النص</p>',
      complete: true,
    },
    {
      because: 'content elsewhere is not here',
      text: entry('<content type="text/html" src="/full.html"/><summary>ملخص</summary>'),
      html: '<p>ملخص</p>',
      complete: false,
    },
    {
      because: 'a picture is no text',
      text: entry('<content type="image/png">iVBORw0KGgo=</content><summary>ملخص</summary>'),
      html: '<p>ملخص</p>',
      complete: false,
    },
    {
      because: 'a body of xhtml in RSS',
      text: item('<body xmlns="http://www.w3.org/1999/xhtml"><p>النص</p></body>'),
      html: '<p>النص</p>',
      complete: true,
    },
    { because: 'nothing', text: item(''), html: '', complete: false },
  ])('$because', async ({ text, html, complete }) => {
    expect((await entriesOf(text))[0]).toMatchObject({ html, complete })
  })

  it('links inside are resolved against the base of the content', async () => {
    const [only] = await entriesOf(
      entry('<content type="html" xml:base="c/">x</content>', ' xml:base="https://b.example/a/"'),
    )
    expect(only?.baseUrl).toBe('https://b.example/a/c/')
  })
})

describe('languages are what is declared', () => {
  it.each([
    { because: 'the channel', text: rss(ITEM, '<language>ar</language>'), language: 'ar' },
    {
      because: 'the channel in CDATA',
      text: rss(ITEM, '<language><![CDATA[ar-sy]]></language>'),
      language: 'ar',
    },
    { because: 'an underscore', text: rss(ITEM, '<language>en_US</language>'), language: 'en' },
    {
      because: 'dc:language of the channel',
      text: rss(ITEM, '<dc:language>ar</dc:language>'),
      language: 'ar',
    },
    {
      because: 'dc:language of the item goes first',
      text: rss(
        ITEM.replace('<title>', '<dc:language>en</dc:language><title>'),
        '<language>ar</language>',
      ),
      language: 'en',
    },
    { because: 'xml:lang is inherited', text: atom(ENTRY, ' xml:lang="ar"'), language: 'ar' },
    {
      because: 'xml:lang of the entry goes first',
      text: atom(ENTRY.replace('<entry', '<entry xml:lang="en"'), ' xml:lang="ar"'),
      language: 'en',
    },
    {
      because: 'xml:lang of the content goes before',
      text: entry('<content xml:lang="en">x</content>', ' xml:lang="ar"'),
      language: 'en',
    },
    {
      because: 'Content-Language',
      text: rss(ITEM),
      change: { contentLanguage: 'ar' },
      language: 'ar',
    },
    {
      because: 'an entry in French keeps its own, not the language of the feed',
      text: rss(
        ITEM.replace('<title>', '<dc:language>fr</dc:language><title>'),
        '<language>ar</language>',
      ),
      language: 'fr',
    },
    {
      because: '"en-ar" names two languages',
      text: rss(ITEM, '<language>en-ar</language>'),
      language: undefined,
    },
    { because: 'nothing is declared, nothing is guessed', text: rss(ITEM), language: undefined },
  ])('$because', async ({ text, language, change }) => {
    expect((await entriesOf(text, change))[0]?.language).toBe(language)
  })
})

describe('translations', () => {
  it.each([
    {
      because: 'an alternate with hreflang',
      text: rss(
        ITEM.replace(
          '<title>',
          '<atom:link rel="alternate" hreflang="en" href="/en/1"/><atom:link rel="alternate" hreflang="fr" href="/fr/1"/><title>',
        ),
      ),
      translations: ['https://majlis.example/en/1'],
    },
    {
      because: 'related with hreflang',
      text: entry('<link rel="related" hreflang="en-GB" href="/en/1"/>'),
      translations: ['https://majlis.example/en/1'],
    },
    {
      because: 'related without hreflang is no translation',
      text: entry('<link rel="related" href="/2"/>'),
      translations: [],
    },
    {
      because: 'the declared language decides which is the other',
      text: entry(
        '<dc:language>en</dc:language><link rel="related" hreflang="ar" href="/ar/1"/><link rel="related" hreflang="en" href="/en/2"/>',
      ),
      translations: ['https://majlis.example/ar/1'],
    },
    {
      because: 'the same twice is one',
      text: entry(
        '<link rel="related" hreflang="en" href="/en/1"/><link rel="alternate" hreflang="en" href="/en/1"/>',
      ),
      translations: ['https://majlis.example/en/1'],
    },
  ])('$because', async ({ text, translations }) => {
    expect((await entriesOf(text))[0]?.translations).toEqual(translations)
  })
})

describe('known entries are passed over', () => {
  const feed = rss(ITEM + ITEM.replace('/1<', '/2<'))
  const markOfFirst = async () => (await entriesOf(feed))[0]?.fingerprint

  it('verbatim, by fingerprint', async () => {
    const one = await markOfFirst()
    const reading = await readFeedXml(documentOf(feed), sourceWith(), {
      isKnown: (mark) => mark === one,
    })
    expect(reading).toMatchObject({
      kind: 'read',
      known: [one],
      entries: [{ url: 'https://majlis.example/2' }],
    })
  })

  it('one changed letter is read again', async () => {
    const one = await markOfFirst()
    const edited = feed.replace('ملخص', 'ملخّص')
    const reading = await readFeedXml(documentOf(edited), sourceWith(), {
      isKnown: (mark) => mark === one,
    })
    expect(reading).toMatchObject({ kind: 'read', known: [] })
  })

  it('a truncated feed says so even if all it shows is known', async () => {
    const reading = await readFeedXml(documentOf(feed.slice(0, -20)), sourceWith(), {
      isKnown: () => true,
    })
    expect(reading).toMatchObject({ kind: 'read', partial: true, notes: [{ en: /breaks off/ }] })
  })

  it('a fingerprint is sixteen digits of the whole raw text', async () => {
    expect(await fingerprint(ITEM)).toMatch(/^[0-9a-f]{16}$/)
    expect(await fingerprint(ITEM)).not.toBe(await fingerprint(`${ITEM} `))
  })

  it('entries that begin alike and are as long have each its own', async () => {
    const [one, two, three] = ['1', '2', '3'].map((end) => `<item>${'ب'.repeat(300)}${end}</item>`)
    const marks = await fingerprints([one ?? '', two ?? ''])
    const again = await fingerprints([two ?? '', three ?? '', one ?? ''])
    expect(new Set([...marks, ...again]).size).toBe(3)
    expect(again).toMatchObject({ 0: marks[1], 2: marks[0] })
    expect(await fingerprint(two ?? '')).toBe(marks[1])
  })
})
