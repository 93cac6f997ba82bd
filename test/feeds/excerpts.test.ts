import { describe, expect, it } from 'vitest'
import type { EntryMatch } from '../../src/feeds/snapshot.ts'
import { type Sample, entry, render, snapshot } from './sample.ts'
import { type Element, all, only, readStrictXml } from './strict-xml.ts'

const SUMMARY = 'يعلن المجلس فتح الجسر. شكرا للجميع.'
const short = { isFull: false } as const
const atomEntry = (changes: Partial<Sample> = {}): Element =>
  only(readStrictXml(render('atom', snapshot([entry(changes)]), short)), 'entry')

describe('a feed of summaries', () => {
  it('has no text in it but the summary', () => {
    expect(all(atomEntry(), 'content')).toEqual([])
    expect(only(atomEntry(), 'summary').text).toBe(SUMMARY)
    const channel = only(readStrictXml(render('rss', snapshot([entry()]), short)), 'channel')
    expect(all(only(channel, 'item'), 'content:encoded')).toEqual([])
    expect(only(only(channel, 'item'), 'description').text).toBe(SUMMARY)
  })

  it('still has content where an Atom entry has no link (RFC 4287, 4.1.2)', () => {
    expect(only(atomEntry({ url: 'javascript:x()' }), 'content').text).toBe(SUMMARY)
  })

  it('still has content in JSON, which asks for one', () => {
    const { items } = JSON.parse(render('json', snapshot([entry()]), short))
    expect(items[0].content_text).toBe(SUMMARY)
    expect(items[0]).not.toHaveProperty('content_html')
  })
})

describe("an entry of a watch's feed", () => {
  const matched: EntryMatch = {
    watch: { id: 'bridges', name: 'الجسور <b>' },
    text: 'فتح الجسر ]]> اليوم',
    marks: [{ start: 4, end: 9 }],
  }
  const of = snapshot([entry()])
  const watched = { ...of, entries: of.entries.map((one) => ({ ...one, matched })) }

  it('shows why it is there above the statement, and nothing in it becomes markup', () => {
    const feed = readStrictXml(render('atom', watched))
    const content = only(only(feed, 'entry'), 'content').text
    expect(content).toContain(
      '<p><i>الجسور &lt;b&gt;</i>: فتح <b>الجسر</b> ]]&gt; اليوم</p><hr><p>يعلن المجلس',
    )
  })

  it('shows it in the short line too, which is all that Slack shows', () => {
    const channel = only(readStrictXml(render('rss', watched)), 'channel')
    expect(only(only(channel, 'item'), 'description').text).toBe('فتح الجسر ]]&gt; اليوم')
  })

  it('shows it in plain text, and is filed under its watch', () => {
    const [item] = JSON.parse(render('json', watched)).items
    expect(item.content_text.split('\n')[0]).toBe('الجسور <b>: فتح الجسر ]]> اليوم')
    expect(item.tags).toEqual(['مجلس النهر', 'العربية', 'الجسور <b>'])
  })
})
