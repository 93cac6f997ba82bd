import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/deliveries/delivery.ts'
import { DeliveryLog } from '../../src/objects/delivery-log.ts'
import { DELIVERIES_SCHEMA } from '../../src/objects/delivery-schema-table.ts'
import { DeliveryStore } from '../../src/objects/delivery-store.ts'
import { keepDeliveries } from '../../src/objects/keep-deliveries.ts'
import type { Statement } from '../../src/statements/statement.ts'
import { isSameText, textSketch } from '../../src/statements/text-sketch.ts'
import type { Match } from '../../src/watches/watch.ts'
import { appeared, statements } from '../deliveries/sample-alerts.ts'
import { NodeSql } from './node-sql.ts'

interface Text {
  readonly language: 'ar' | 'en'
  readonly title: string
  readonly text: string
}

/** A near-copy of a text, told by another publisher. */
interface Copy {
  readonly id: string
  readonly because: string
  readonly of: string
  readonly replace?: readonly (readonly [string, string])[]
  readonly title?: string
  readonly before?: string
  readonly after?: string
  /** The text that is the true one, where it is not `of`. */
  readonly first?: string
  /** What the watch asks for. */
  readonly words?: readonly string[]
}

/** Written before there was a rule for them. */
const { texts, forged, same } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'forged-cases.json'), 'utf8'),
) as {
  readonly texts: Readonly<Record<string, Text>>
  readonly forged: readonly (Copy & { readonly differs: string })[]
  readonly same: readonly Copy[]
}

let store: DeliveryStore
let log: DeliveryLog

beforeEach(() => {
  const sql = new NodeSql()
  sql.sql.run(DELIVERIES_SCHEMA)
  store = new DeliveryStore(sql.sql)
  log = new DeliveryLog(sql.sql, () => 'desk')
})

function textOf(name: string): Text {
  const text = texts[name]
  if (text === undefined) throw new Error(`no text is called ${name}`)
  return text
}

function copyOf({ id, of, replace = [], before = '', after = '', ...given }: Copy): Text {
  const { language, title, text } = textOf(of)
  let copied = text
  for (const [old, now] of replace) {
    if (!copied.includes(old)) throw new Error(`${id}: the text does not say "${old}"`)
    copied = copied.replace(old, now)
  }
  return { language, title: given.title ?? title, text: `${before}${copied}${after}` }
}

function matchesIn(text: Text, words: readonly string[]): Match[] {
  return (['title', 'text'] as const).flatMap((field) =>
    words.flatMap((part) => {
      const start = text[field].indexOf(part)
      return start < 0 ? [] : [{ part, field, surface: part, start, end: start + part.length }]
    }),
  )
}

function take(publisher: string, text: Text, words: readonly string[] = []): void {
  const statement: Statement = { ...statements[text.language], ...text, id: `${publisher}-1` }
  const alert = {
    ...appeared,
    id: `chemical/${publisher}`,
    publisher: { ...appeared.publisher, id: publisher },
    statement,
    matches: matchesIn(text, words),
    translation: null,
    sketches: [textSketch(`${text.title}\n${text.text}`)],
  }
  const delivery: Delivery = { id: publisher, endpoint: 'desk', message: { kind: 'alert', alert } }
  keepDeliveries(store, [delivery], { gone: false, isFeed: false, sending: undefined, now: 1 })
}

/** What the message says of near-copies that were told before. */
function nearOf(id: string): string[] {
  const { message } = log.message(store.seqOf(id) ?? 0)
  return message.kind === 'alert' ? (message.alert.toldBefore ?? []).map((one) => one.differs) : []
}

/** What is other news by the texts in brief already is no copy of anything. */
function expected(differs: string, one: Text, other: Text): string[] {
  const [sketch, otherSketch] = [one, other].map(({ title, text }) =>
    textSketch(`${title}\n${text}`),
  )
  return isSameText(sketch ?? '', otherSketch ?? '') ? [differs] : []
}

describe('a near-copy that says something else', () => {
  it.each(forged)('$id: $because', ({ words, first, differs, ...copy }) => {
    const [truth, forgery] = [textOf(first ?? copy.of), copyOf(copy)]
    take('forger', forgery, words)
    take('origin', truth, words)
    expect(log.find('origin')?.state).toBe('pending')
    expect(nearOf('origin')).toEqual(expected(differs, truth, forgery))
  })

  it.each(forged)('$id, the other way round: $because', ({ words, first, differs, ...copy }) => {
    const [truth, forgery] = [textOf(first ?? copy.of), copyOf(copy)]
    take('origin', truth, words)
    take('forger', forgery, words)
    expect(log.find('forger')?.state).toBe('pending')
    expect(nearOf('forger')).toEqual(expected(differs, truth, forgery))
  })

  it('is held against another word by word nearly always', () => {
    const nearly = forged.filter((copy) => {
      const truth = textOf(copy.first ?? copy.of)
      return expected(copy.differs, truth, copyOf(copy)).length > 0
    })
    expect([nearly.length, forged.length]).toEqual([39, 40])
  })
})

describe('a copy that says the same', () => {
  it.each(same)('$id: $because', ({ words, ...copy }) => {
    take('agency', copyOf(copy), words)
    take('origin', textOf(copy.of), words)
    expect(log.find('origin')?.joined).toBe('agency')
  })

  it.each(same)('$id, the other way round: $because', ({ words, ...copy }) => {
    take('origin', textOf(copy.of), words)
    take('agency', copyOf(copy), words)
    expect(log.find('agency')?.joined).toBe('origin')
  })
})

describe('what is too much to compare', () => {
  const words = Array.from(
    { length: 3_000 },
    (_, n) => `word${'abcdefgh'[n % 8]}${'x'.repeat(n % 13)}`,
  )
  const long = (change: string): Text => ({
    language: 'en',
    title: 'A very long statement',
    text: [...words, change, ...words.toReversed()].join(' '),
  })

  it('joins where it is the same to the letter, and is told by itself where a word differs', () => {
    take('one', long('mended'))
    take('two', long('mended'))
    take('three', long('amended'))
    expect(log.find('two')?.joined).toBe('one')
    expect(log.find('three')?.state).toBe('pending')
    expect(nearOf('three')).toEqual(['long'])
  })

  it('is four near-copies: with a fifth forger the true text is told all the same', () => {
    const copies = forged.filter(({ of, differs }) => of === 'mill' && differs === 'negation')
    const six = copies.slice(0, 6)
    for (const [n, copy] of six.entries()) take(`forger-${n}`, copyOf(copy))
    take('origin', textOf('mill'))
    expect(log.find('origin')?.state).toBe('pending')
    expect(nearOf('origin')).toEqual(['negation', 'negation', 'negation', 'negation'])
    expect(six).toHaveLength(6)
  })
})
