import { describe, expect, it } from 'vitest'
import { buildSnapshot } from '../../src/feeds/build-snapshot.ts'
import { parseSnapshot } from '../../src/feeds/parse-snapshot.ts'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'
import { type ErasedEntry, newestErased } from '../../src/feeds/snapshot.ts'
import { BASE, NAHR, entry, render, snapshot, statement } from './sample.ts'
import { all, only, readStrictXml } from './strict-xml.ts'
import { validatorComplaints } from './validator-rules.ts'

const tag = (n: number) => `tag:bayan.test,2026-11-18:nahr-${n}`
const withdrawn = entry({
  id: 'nahr-3',
  tag: tag(3),
  title: 'بيان سحب',
  state: 'withdrawn',
  stateSince: '2026-11-19T07:00:00.000Z',
})
const erased: readonly ErasedEntry[] = [
  { tag: tag(9), language: 'ar', at: '2026-11-20T08:00:00.000Z' },
  { tag: tag(8), language: 'en', at: '2026-11-18T08:00:00.000Z' },
]
const of = snapshot([entry(), withdrawn], { erased })
const asked = { hasTombstones: true, search: '?tombstones=1' } as const

describe('tombstones (RFC 6721)', () => {
  it('stand in the place of what was withdrawn or erased, under the ids of the entries', () => {
    const feed = readStrictXml(render('atom', of, asked))
    expect(all(feed, 'entry').map((one) => only(one, 'id').text)).toEqual([tag(1)])
    const found = all(feed, 'at:deleted-entry').map(({ attributes }) => [
      attributes.get('ref'),
      attributes.get('when'),
    ])
    expect(found).toEqual([
      [tag(9), '2026-11-20T08:00:00.000Z'],
      [tag(3), '2026-11-19T07:00:00.000003Z'],
    ])
    expect(only(feed, 'updated').text).toBe('2026-11-20T08:00:00.000Z')
  })

  it('are no earlier than what the entry said of itself, which would bring it back', () => {
    const plain = readStrictXml(render('atom', of))
    const last = all(plain, 'entry').find((one) => only(one, 'id').text === tag(3))
    if (last === undefined) throw new Error('the withdrawn entry is not in the plain feed')
    const found = all(readStrictXml(render('atom', of, asked)), 'at:deleted-entry')
    const tombstone = found.find(({ attributes }) => attributes.get('ref') === tag(3))
    expect(tombstone?.attributes.get('when')).toBe(only(last, 'updated').text)
  })

  it('give way to the entry when it is restored, which is newer', () => {
    const back = { ...withdrawn, state: 'current', stateSince: '2026-11-21T07:00:00.000Z' } as const
    const feed = readStrictXml(render('atom', snapshot([back]), asked))
    expect(all(feed, 'at:deleted-entry')).toEqual([])
    expect(only(only(feed, 'entry'), 'updated').text > '2026-11-19T07:00:00.000003Z').toBe(true)
  })

  it('say why in the language of the entry', () => {
    const feed = readStrictXml(render('atom', of, { ...asked, language: 'both' }))
    const comments = all(feed, 'at:deleted-entry').map((one) => only(one, 'at:comment'))
    expect(
      comments.map(({ attributes, text }) => `${attributes.get('xml:lang') ?? ''}: ${text}`),
    ).toEqual([
      'ar: محاه مشغّل هذه الخدمة',
      'ar: سحبته الجهة الناشرة',
      'en: Erased by the operator of this service',
    ])
  })

  it.each(['ar', 'en', 'both'] as const)('please the validator in %s', (language) => {
    const document = render('atom', of, { ...asked, language })
    const self = `${BASE}/feeds/nahr/${language}.atom?tombstones=1`
    expect(validatorComplaints(document, self)).toEqual([])
  })

  it.each([
    { rule: 'InvalidTAG', from: `ref="${tag(9)}"`, to: 'ref="بيان"' },
    { rule: 'InvalidRFC3339Date', from: 'when="2026-11-20T08:00:00.000Z"', to: 'when="today"' },
    { rule: 'DuplicateTombstones', from: tag(3), to: tag(9) },
    { rule: 'TombstoneOfEntry', from: `ref="${tag(9)}"`, to: `ref="${tag(1)}"` },
  ])('are looked at by the rule $rule', ({ rule, from, to }) => {
    const good = render('atom', of, asked).replace('2026-11-19T07:00:00.000003Z', erased[0]!.at)
    const complaints = validatorComplaints(
      good.replace(from, to),
      `${BASE}/feeds/nahr/ar.atom?tombstones=1`,
    )
    expect(complaints.map((one) => one.split(':', 1)[0])).toContain(rule)
  })

  it('are nowhere unless they were asked for: each format is, byte for byte, as without', () => {
    const without = snapshot([entry(), withdrawn])
    for (const format of ['rss', 'atom', 'json'] as const)
      expect(render(format, of)).toBe(render(format, without))
  })

  it('of what was erased are not in a search: nobody knows whether it would be found', () => {
    const kind = { kind: 'search', text: 'x' } as const
    expect(render('atom', of, { ...asked, kind })).not.toContain(tag(9))
  })

  it('are the newest fifty, in one order, whatever the order in which they came', () => {
    const many = Array.from({ length: 70 }, (_, n): ErasedEntry => {
      const at = new Date(Date.parse('2026-01-01T00:00:00.000Z') + (n % 35) * 1000).toISOString()
      return { tag: tag(n), language: 'ar', at }
    })
    const kept = newestErased(many)
    expect(kept).toHaveLength(50)
    expect(newestErased([...many].reverse())).toEqual(kept)
    expect(newestErased([...kept, ...many.slice(0, 0)])).toEqual(kept)
  })
})

it('a snapshot carries what was erased, and is as it always was where nothing was', () => {
  const input = {
    of: 'nahr',
    publishers: { nahr: NAHR },
    entries: [prepareEntry(statement())],
    updated: '2026-11-20T10:00:00.000Z',
  }
  expect(parseSnapshot(buildSnapshot({ ...input, erased }))?.erased).toEqual(erased)
  expect(buildSnapshot({ ...input, erased: [] })).toEqual(buildSnapshot(input))
  expect(new TextDecoder().decode(buildSnapshot(input))).not.toContain('erased')
})
