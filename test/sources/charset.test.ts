import { describe, expect, it } from 'vitest'
import { decodeBody } from '../../src/sources/charset.ts'

const ARABIC = 'قال المجلس إن اللجنة ستعلن النتائج'
const utf8 = (text: string) => new TextEncoder().encode(text)

/** The inverse of a single-byte decoder, built from the decoder itself. */
function encode(text: string, label: string): Uint8Array {
  const table = new Map<string, number>()
  for (let byte = 0; byte < 256; byte += 1) {
    table.set(new TextDecoder(label).decode(new Uint8Array([byte])), byte)
  }
  return Uint8Array.from(text, (letter) => table.get(letter) ?? 0x3f)
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian)
  }
  return bytes
}

describe('decodes', () => {
  it.each([
    {
      because: 'UTF-8 needs no declaration',
      bytes: utf8(ARABIC),
      type: undefined,
      charset: 'utf-8',
    },
    {
      because: 'a BOM beats a false header and is no text',
      bytes: utf8(`\uFEFF${ARABIC}`),
      type: 'text/html; charset=windows-1256',
      charset: 'utf-8',
    },
    {
      because: 'the BOM of UTF-16LE',
      bytes: utf16(`\uFEFF${ARABIC}`, true),
      type: undefined,
      charset: 'utf-16le',
    },
    {
      because: 'the BOM of UTF-16BE',
      bytes: utf16(`\uFEFF${ARABIC}`, false),
      type: 'text/html; charset=utf-8',
      charset: 'utf-16be',
    },
    {
      because: 'the header says windows-1256',
      bytes: encode(ARABIC, 'windows-1256'),
      type: 'text/html; charset=Windows-1256',
      charset: 'windows-1256',
    },
    {
      because: 'a label may be quoted',
      bytes: encode(ARABIC, 'windows-1256'),
      type: 'text/html;charset="cp1256"',
      charset: 'windows-1256',
    },
    {
      because: 'ISO 8859-6 is Arabic too',
      bytes: encode(ARABIC, 'iso-8859-6'),
      type: 'text/xml; charset=iso-8859-6',
      charset: 'iso-8859-6',
    },
    {
      because: 'a latin1 header is the default of a server, the bytes are UTF-8',
      bytes: utf8(ARABIC),
      type: 'text/html; charset=ISO-8859-1',
      charset: 'utf-8',
    },
    {
      because: 'a windows-1256 header over UTF-8 bytes lies',
      bytes: utf8(ARABIC),
      type: 'text/html; charset=windows-1256',
      charset: 'utf-8',
    },
    {
      because: 'undeclared Arabic of an old Windows server',
      bytes: encode(ARABIC, 'windows-1256'),
      type: 'text/html',
      charset: 'windows-1256',
    },
    {
      because: 'a latin1 header over windows-1256 Arabic is a default too',
      bytes: encode(ARABIC, 'windows-1256'),
      type: 'text/html; charset=iso-8859-1',
      charset: 'windows-1256',
    },
  ])('$charset: $because', ({ bytes, type, charset }) => {
    expect(decodeBody(bytes, type)).toEqual({ kind: 'decoded', text: ARABIC, charset })
  })

  it.each([
    { because: 'an XML declaration', head: '<?xml version="1.0" encoding="windows-1256"?>' },
    { because: 'a meta charset', head: '<html><head><meta charset="windows-1256">' },
    { because: 'an unquoted meta charset', head: '<meta charset=windows-1256>' },
    {
      because: 'an http-equiv',
      head: '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">',
    },
  ])('windows-1256 by $because', ({ head }) => {
    const text = `${head}${ARABIC}`
    expect(decodeBody(encode(text, 'windows-1256'), 'text/html')).toMatchObject({ text })
  })

  it.each([
    {
      because: 'the header says UTF-8, the bytes are what the meta says',
      type: 'text/html; charset=utf-8',
      label: 'windows-1256',
    },
    {
      because: 'a western header yields to the meta',
      type: 'text/html; charset=iso-8859-1',
      label: 'iso-8859-6',
    },
  ])('falls back to the declaration: $because', ({ type, label }) => {
    const text = `<meta charset="${label}">${ARABIC}`
    expect(decodeBody(encode(text, label), type)).toMatchObject({ text, charset: label })
  })

  it('believes the header over the meta where both could be true', () => {
    const text = '<meta charset="windows-1251">\u0627\u0644'
    const decoded = decodeBody(encode(text, 'windows-1256'), 'text/html; charset=windows-1256')
    expect(decoded).toMatchObject({ text, charset: 'windows-1256' })
  })

  it('UTF-16 without a mark is seen by the first letters of XML', () => {
    const text = `<?xml version="1.0" encoding="utf-16"?><a>${ARABIC}</a>`
    expect(decodeBody(utf16(text, true), undefined)).toMatchObject({ text, charset: 'utf-16le' })
  })

  it('western text keeps its quotes', () => {
    const text = 'The Council’s statement: “stop”.'
    const decoded = decodeBody(encode(text, 'windows-1252'), 'text/html; charset=iso-8859-1')
    expect(decoded).toMatchObject({ text, charset: 'windows-1252' })
  })

  it('a replacement character that stood in the bytes stays', () => {
    expect(decodeBody(utf8('a\uFFFDb'), undefined)).toMatchObject({ text: 'a\uFFFDb' })
  })

  it('nothing but the mark is stripped', () => {
    expect(decodeBody(utf8(' \u0000\u200F a\n'), undefined)).toMatchObject({
      text: ' \u0000\u200F a\n',
    })
  })
})

describe('forgives', () => {
  const GERMAN = 'Die Länder müssen größere Häfen für Öl schließen'
  it.each([
    {
      because: 'a label that no standard knows',
      bytes: utf8(ARABIC),
      type: 'text/html; charset=arabic-best',
      text: ARABIC,
    },
    {
      because: 'an unknown label in the document',
      bytes: utf8(`<meta charset="klingon">${ARABIC}`),
      type: 'text/html',
      text: `<meta charset="klingon">${ARABIC}`,
    },
    {
      because: 'UTF-7 is never decoded: its letters are what they are',
      bytes: utf8('+ADw-script'),
      type: 'text/html; charset=utf-7',
      text: '+ADw-script',
    },
    {
      because: 'the document ends inside a letter',
      bytes: utf8(ARABIC).subarray(0, 12),
      type: 'text/html; charset=utf-8',
      text: ARABIC.slice(0, 6),
    },
    {
      because: 'an excerpt was cut by bytes',
      bytes: new Uint8Array([...utf8(ARABIC).subarray(0, 50), ...utf8(`<br>${ARABIC}`)]),
      type: 'text/html; charset=utf-8',
      text: `${ARABIC.slice(0, 27)}<br>${ARABIC}`,
    },
    {
      because: 'undeclared German, not garbled as Arabic',
      bytes: encode(GERMAN, 'windows-1252'),
      type: undefined,
      text: GERMAN,
    },
    {
      because: 'western bytes under a UTF-8 header',
      bytes: encode(GERMAN, 'windows-1252'),
      type: 'text/xml; charset=utf-8',
      text: GERMAN,
    },
    {
      because: 'windows-1256 called ISO 8859-6',
      bytes: encode('قال المجلس إن اللجنة ستعلن النتائج، وال…', 'windows-1256'),
      type: 'text/xml; charset=iso-8859-6',
      text: 'قال المجلس إن اللجنة ستعلن النتائج، وال…',
    },
  ])('$because', ({ bytes, type, text }) => {
    expect(decodeBody(bytes, type)).toMatchObject({ kind: 'decoded', text })
  })
})

it.each([
  {
    because: 'bytes that are no UTF-8 under a UTF-8 header',
    bytes: new Uint8Array([0x61, 0xff, 0xfe, 0x62]),
    type: 'text/html; charset=utf-8',
  },
  {
    because: 'undeclared Russian',
    bytes: encode('Заявление о событиях', 'windows-1251'),
    type: undefined,
  },
  {
    because: 'bytes undefined in the declared charset',
    bytes: new Uint8Array([0xc7, 0xe4, 0xa1]),
    type: 'text/html; charset=iso-8859-6',
  },
  {
    because: 'binary garbage',
    bytes: new Uint8Array([0x1f, 0x8b, 0x08, 0x00, 0xc3, 0x28]),
    type: undefined,
  },
])('refuses: $because', ({ bytes, type }) => {
  expect(decodeBody(bytes, type)).toMatchObject({ kind: 'refused', reason: 'charset' })
})
