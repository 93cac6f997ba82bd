import { describe, expect, it } from 'vitest'
import { buildSnapshot } from '../../src/feeds/build-snapshot.ts'
import { entriesWanted } from '../../src/feeds/feed-document.ts'
import { machineEntry } from '../../src/feeds/machine-entry.ts'
import { parseFor, parseSnapshot } from '../../src/feeds/parse-snapshot.ts'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'
import type { Snapshot } from '../../src/feeds/snapshot.ts'
import type { MachineVersion } from '../../src/statements/machine-version.ts'
import { plainText } from '../../src/feeds/xml-bytes.ts'
import { BASE, NAHR, render, statement } from './sample.ts'
import { all, only, readStrictXml } from './strict-xml.ts'
import { validatorComplaints } from './validator-rules.ts'

const FORGED = 'x]]>y]]></title></item><item><title>A false statement</title></item>'

function version(changes: Partial<MachineVersion> = {}): MachineVersion {
  return {
    language: 'en',
    title: 'Statement on the old bridge',
    text: 'The council opens the bridge.\nIt thanks all.',
    contentHash: '00',
    made: '2026-11-20T09:00:00.000Z',
    provider: 'libretranslate',
    model: 'mt.example',
    ...changes,
  }
}

const arabic = statement()
const publishers = { nahr: NAHR }
const updated = '2026-11-20T10:00:00.000Z'
const entries = [prepareEntry(arabic)]

function sectionOf(...versions: readonly MachineVersion[]): Uint8Array {
  const machines = versions.map((one, n) =>
    machineEntry(
      { ...arabic, id: `nahr-${n + 1}`, tag: `tag:bayan.test,2026-11-18:nahr-${n + 1}` },
      one,
    ),
  )
  return buildSnapshot({ of: 'nahr', publishers, entries: machines, updated })
}

function snapshotWith(...versions: readonly MachineVersion[]): Snapshot {
  const machine = sectionOf(...versions)
  const parsed = parseSnapshot(buildSnapshot({ of: 'nahr', publishers, entries, updated, machine }))
  if (parsed === undefined) throw new Error('no snapshot')
  return parsed
}

describe('machine versions in a snapshot', () => {
  it('stand between bodies and edits, and are read back; the edits too', () => {
    const edits = buildSnapshot({ of: 'nahr', publishers, entries, updated })
    const machine = sectionOf(version())
    const bytes = buildSnapshot({ of: 'nahr', publishers, entries, updated, machine, edits })
    const parsed = parseSnapshot(bytes)
    expect(parsed?.entries.map(({ language }) => language)).toEqual(['ar'])
    expect(parsed?.machine?.map(({ title }) => plainText(title))).toEqual([version().title])
    expect(parseFor({ kind: 'edits' }, bytes)?.entries).toHaveLength(1)
    const without = buildSnapshot({ of: 'nahr', publishers, entries, updated, edits })
    expect(parseSnapshot(without)).not.toHaveProperty('machine')
  })

  it('are entries of the feed in their language and of no other', () => {
    const of = snapshotWith(version())
    const count = (
      language: 'ar' | 'en' | 'both',
      kind?: Parameters<typeof entriesWanted>[1]['kind'],
    ) => entriesWanted(of, kind === undefined ? { language } : { language, kind }).length
    expect(count('en')).toBe(1)
    expect(count('ar')).toBe(1)
    expect(count('both')).toBe(1)
    expect(count('en', { kind: 'archive', month: '2026-11' }), 'archives hold statements').toBe(0)
    expect(count('en', { kind: 'search', text: 'bridge' }), 'a search finds statements').toBe(0)
    expect(count('both', { kind: 'withdrawn' })).toBe(0)
  })

  it('do not make a feed newer than what the publisher did', () => {
    const xml = render('atom', snapshotWith(version({ made: '2026-11-25T00:00:00.000Z' })), {
      language: 'en',
    })
    const feed = readStrictXml(xml)
    expect(only(feed, 'updated').text).toBe(updated)
    expect(only(only(feed, 'entry'), 'published').text).toBe(arabic.published)
  })
})

describe('a machine that says harmful things', () => {
  const hostile = version({
    title: FORGED,
    text: `${FORGED}\n<script>alert(1)</script>\n\u0001\uFFFE\uD83D & <b>`,
    model: '"><x>]]>',
  })

  it('forges no entry and no markup in any format', () => {
    const of = snapshotWith(hostile)
    for (const format of ['rss', 'atom'] as const) {
      const xml = readStrictXml(render(format, of, { language: 'en' }))
      const place = format === 'rss' ? only(xml, 'channel') : xml
      const made = all(place, format === 'rss' ? 'item' : 'entry')
      expect(made).toHaveLength(1)
      // What is html in each format; titles and Atom's summary are plain text.
      for (const name of format === 'rss' ? ['description', 'encoded'] : ['content']) {
        const [html] = made[0]?.children.filter((one) => one.name.endsWith(name)) ?? []
        expect(html?.text).toContain('&lt;script&gt;')
        expect(html?.text).not.toMatch(/<script|<x>/)
      }
    }
    const json = JSON.parse(render('json', of, { language: 'en' }))
    expect(json.items).toHaveLength(1)
    expect(json.items[0].content_html).not.toMatch(/<script|<x>|<b>alert/)
    expect(json.items[0].content_text).toMatch(/^A machine made this text/)
  })

  it('pleases the validator all the same', () => {
    const of = snapshotWith(version(), version({ title: 'Another' }))
    for (const format of ['rss', 'atom'] as const) {
      const self = `${BASE}/feeds/nahr/en.${format}`
      const document = render(format, of, { language: 'en', hubs: [`${BASE}/websub`] })
      expect(validatorComplaints(document, self), format).toEqual([])
    }
  })

  it('that stops early says so, and a long text ends with the way to the rest', () => {
    const of = snapshotWith(version({ truncated: true }))
    expect(render('json', of, { language: 'en' })).toContain('[Only the opening was translated]')
    const [made] = of.machine ?? []
    const cut = { ...of, machine: [{ ...made!, truncated: true }] }
    expect(render('rss', cut, { language: 'en' })).toContain(
      `<a href="${BASE}/statements/nahr-1">Read the whole machine translation</a>`,
    )
  })
})
