import { describe, expect, it } from 'vitest'
import { fitted } from '../../src/deliveries/markup.ts'
import type { Line } from '../../src/deliveries/telling.ts'

const line = (role: Line['role'], text: string): Line => ({ role, spans: [{ text }] })
const written = (lines: readonly Line[]): string =>
  lines.map(({ spans }) => spans.map(({ text }) => text).join('')).join('\n')

const message = [
  line('byline', 'who'),
  line('found', 'why'),
  line('excerpt', 'words'),
  line('links', 'where'),
  line('partner', 'other words'),
]

describe('lines that must fit', () => {
  it.each([
    { because: 'all fit', max: 100, text: 'who\nwhy\nwords\nwhere\nother words' },
    { because: 'just', max: 31, text: 'who\nwhy\nwords\nwhere\nother words' },
    { because: 'the partner goes first', max: 30, text: 'who\nwhy\nwords\nwhere' },
    { because: 'then the excerpt', max: 18, text: 'who\nwhy\nwhere' },
    { because: 'links stay longest', max: 12, text: 'who\nwhere' },
    { because: 'who it is, whatever happens', max: 5, text: 'who' },
  ])('$because', ({ max, text }) => {
    expect(fitted(message, max, written)).toBe(text)
  })

  it('keep as many of a digest as there is room for, and are written few times', () => {
    const entries = Array.from({ length: 100 }, (_, n) => line('entry', `entry ${n}`))
    let times = 0
    const text = fitted([line('byline', 'who'), ...entries], 200, (lines) => {
      times += 1
      return written(lines)
    })
    const next = text.split('\n').length - 1
    expect(text.endsWith(`entry ${next - 1}`)).toBe(true)
    expect(text.length).toBeLessThanOrEqual(200)
    expect(`${text}\nentry ${next}`.length).toBeGreaterThan(200)
    expect(times).toBeLessThan(12)
  })
})
