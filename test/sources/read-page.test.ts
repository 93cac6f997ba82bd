import { describe, expect, it } from 'vitest'
import { isBrokenOff } from '../../src/sources/broken-off.ts'
import type { Get } from '../../src/sources/get.ts'
import { readPage } from '../../src/sources/read-page.ts'
import { sourceWith } from './documents.ts'

const SENTENCE = 'أعلن مجلس النهر أن الجسر القديم فتح أمام العائدين بعد أشهر من العمل فيه. '
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>بيان حول الجسر</title></head>
<body><article><h1>بيان حول الجسر</h1><p>${SENTENCE.repeat(4)}</p><p>${SENTENCE.repeat(3)}</p></article></body></html>
`

async function read(body: Uint8Array) {
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8' })
  const get: Get = ({ url }) =>
    Promise.resolve({ kind: 'answer', url, status: 200, headers, bytes: body })
  const source = sourceWith({ kind: 'html' })
  return await readPage({ url: 'https://nahr.example/bayan-1', title: '' }, source, get, 'Bayan')
}

const bytes = (text: string) => new TextEncoder().encode(text)

describe("a statement's own page", () => {
  it('is read whole', async () => {
    expect(await read(bytes(PAGE))).toMatchObject({ kind: 'read' })
  })

  it('is no wording where it broke off: half a text would be a revision of the whole', async () => {
    const whole = bytes(PAGE)
    const half = whole.subarray(0, Math.floor(whole.length * 0.6))
    expect(await read(half)).toMatchObject({ kind: 'refused', reason: 'truncated' })
  })

  it('is no wording in letters that a wrong charset made of Arabic', async () => {
    const twice = bytes(Buffer.from(PAGE, 'utf8').toString('latin1'))
    expect(await read(twice)).toMatchObject({ kind: 'refused', reason: 'charset' })
  })
})

describe('a page that broke off', () => {
  it.each([
    ['<!doctype html><p>نص لم يكتمل', true, 'it ends inside a text'],
    ['<html><body><p>x</p><a href="/ne', true, 'it ends inside a tag'],
    ['<html><body><div><p>x</p>\n<p>', true, 'it ends where a paragraph begins'],
    ['<html><body><div><p>x</p>', true, 'it ends between two paragraphs'],
    ['<!doctype html><div><p>x</p></div><script></script>', false, 'it ends with its script'],
    ['<!doctype html><div><p>x</p></div><br>', false, 'what it ends with has no end tag'],
    ['<html><body><p>x</p></body></html>\n\n', false, 'it ends as pages end'],
    ['<!doctype html><p>x</p></main>', false, 'the last end tags may be left out'],
    ['<html><body><p>x</p></body></html> made in 0.1 s', false, 'its body has ended'],
    ['<p>نص</p> بلا إطار', false, 'a piece of a page that never was one'],
  ])('%s: %s, because %s', (page, isBroken) => {
    expect(isBrokenOff(page)).toBe(isBroken)
  })
})
