import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Attempt, Delivery } from '../../src/deliveries/delivery.ts'
import { digestOf } from '../../src/objects/delivery-line.ts'
import { DeliveryLog, type DeliveryRecord } from '../../src/objects/delivery-log.ts'
import { DELIVERIES_SCHEMA } from '../../src/objects/delivery-schema-table.ts'
import { DeliveryStore } from '../../src/objects/delivery-store.ts'
import { forgetDeliveries } from '../../src/objects/forget-deliveries.ts'
import { keepDeliveries } from '../../src/objects/keep-deliveries.ts'
import { replayDelivery, replaySince } from '../../src/objects/replay-deliveries.ts'
import { trimDeliveries } from '../../src/objects/trim-deliveries.ts'
import type { Trust } from '../../src/sources/trust.ts'
import type { Statement } from '../../src/statements/statement.ts'
import { textSketch } from '../../src/statements/text-sketch.ts'
import type { Alert } from '../../src/watches/alert.ts'
import { appeared, statements } from '../deliveries/sample-alerts.ts'
import { NodeSql } from './node-sql.ts'

interface Take {
  /** The delivery's id; also its statement's, save where it is another alert `of` that one. */
  readonly take: string
  readonly text: string
  readonly of?: string
  readonly change?: Alert['change']
  readonly watch?: string
  readonly partner?: string
  readonly publisher?: string
  readonly trust?: Trust
  readonly sketch?: false
}

type Step =
  | Take
  | { readonly together: readonly Take[] }
  | { readonly sent: string; readonly how: 'delivered' | 'failed' | 'refused' }
  | { readonly days: number }
  | { readonly cancel: string }
  | { readonly erase: string }
  | { readonly replay: string }
  | { readonly replaySince: true }
  | { readonly digest: readonly string[] }

interface Case {
  readonly id: string
  readonly because: string
  readonly endpoint?: 'feed' | 'gone'
  readonly steps: readonly Step[]
  /** State by delivery; `joined p` where it joined `p`. */
  readonly then: Readonly<Record<string, string>>
  /** Statements that a message names as other places. */
  readonly also?: Readonly<Record<string, readonly string[]>>
  /** Near-copies that a message says were told before, and why it was told all the same. */
  readonly toldBefore?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly digestAlso?: Readonly<Record<string, readonly string[]>>
}

interface Text {
  readonly language: 'ar' | 'en'
  readonly title: string
  readonly text: string
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'))
const { texts, cases } = read('joined-cases.json') as {
  readonly texts: Readonly<Record<string, Text>>
  readonly cases: readonly Case[]
}
const trusted = read('trusted-cases.json') as readonly Case[]

const START = Date.parse('2026-11-02T08:00:00.000Z')
const DAY_MS = 86_400_000
let sql: NodeSql
let store: DeliveryStore
let log: DeliveryLog
let now: number
let digest: string

beforeEach(() => {
  sql = new NodeSql()
  sql.sql.run(DELIVERIES_SCHEMA)
  store = new DeliveryStore(sql.sql)
  log = new DeliveryLog(sql.sql, () => 'desk')
  now = START
})

function statementOf(name: string, id: string): Statement {
  const text = texts[name]
  if (text === undefined) throw new Error(`no text is called ${name}`)
  return { ...statements[text.language], ...text, id, url: `https://${id}.example/1` }
}

const sketchOf = ({ title, text }: Statement) => textSketch(`${title}\n${text}`)

function deliveryOf(one: Take): Delivery {
  const { take, text, of = take, change = 'appeared', watch = 'chemical', partner } = one
  const { publisher = of, trust } = one
  const statement = statementOf(text, of)
  const other = partner === undefined ? undefined : statementOf(partner, `${of}-partner`)
  const told = [statement, ...(other === undefined ? [] : [other])]
  const alert: Alert = {
    ...appeared,
    id: `${watch}/${of}/1/${change}`,
    change,
    watch: { ...appeared.watch, id: watch },
    publisher: { ...appeared.publisher, id: publisher },
    statement,
    matches: [],
    trust,
    translation: other === undefined ? null : { statement: other, matches: [] },
    ...(one.sketch === false ? {} : { sketches: told.map(sketchOf) }),
  }
  return { id: take, endpoint: 'desk', message: { kind: 'alert', alert } }
}

const ATTEMPT: Attempt = { at: '', status: 200, ms: 1, error: null, answer: null, next: null }
const OUTCOMES = {
  delivered: { state: 'delivered', reason: null, due: 0 },
  failed: { state: 'pending', reason: 'server-error', due: START + DAY_MS },
  refused: { state: 'abandoned', reason: 'refused', due: 0 },
} as const

async function play(step: Step, endpoint: Case['endpoint']): Promise<void> {
  now += 1_000
  const keeping = {
    gone: endpoint === 'gone',
    isFeed: endpoint === 'feed',
    sending: undefined,
    now,
  }
  if ('take' in step) return keepDeliveries(store, [deliveryOf(step)], keeping)
  if ('together' in step) return keepDeliveries(store, step.together.map(deliveryOf), keeping)
  if ('days' in step) now += step.days * DAY_MS
  else if ('cancel' in step) store.cancel(step.cancel, now)
  else if ('erase' in step) forgetDeliveries([step.erase], sql.sql, now)
  else if ('replay' in step) replayDelivery(step.replay, sql.sql, now)
  else if ('replaySince' in step) replaySince(START, sql.sql, now)
  else if ('digest' in step) {
    const seqs = step.digest.map((id) => store.seqOf(id) ?? 0)
    const made = await digestOf(seqs, log, 'desk', now)
    store.gather(made, seqs, now)
    digest = made.id
  } else {
    const due = store.due(store.seqOf(step.sent === 'digest' ? digest : step.sent) ?? 0)
    if (due === undefined) throw new Error(`${step.sent} is not due`)
    store.record(due, ATTEMPT, OUTCOMES[step.how], now)
  }
}

function messageOf(id: string) {
  return log.message(store.seqOf(id) ?? 0).message
}

function placesIn(id: string): string[] {
  const message = messageOf(id)
  if (message.kind !== 'alert') throw new Error(`${id} is no alert`)
  return (message.alert.also ?? []).map(({ statement }) => statement.id)
}

function toldBeforeIn(id: string): Record<string, string> {
  const message = messageOf(id)
  const near = message.kind === 'alert' ? (message.alert.toldBefore ?? []) : []
  return Object.fromEntries(near.map(({ statement, differs }) => [statement.id, differs]))
}

const shown = ({ state, joined }: DeliveryRecord) =>
  joined === null ? state : `${state} ${joined}`

describe('a text told from another place', () => {
  it.each([...cases, ...trusted])('$id: $because', async (one) => {
    const { steps, endpoint, then, also = {}, toldBefore = {}, digestAlso } = one
    for (const step of steps) await play(step, endpoint)
    const ids = Object.keys(then)
    expect(Object.fromEntries(ids.map((id) => [id, shown(log.find(id)!)]))).toEqual(then)
    expect(Object.fromEntries(Object.keys(also).map((id) => [id, placesIn(id)]))).toEqual(also)
    const near = Object.fromEntries(Object.keys(toldBefore).map((id) => [id, toldBeforeIn(id)]))
    expect(near).toEqual(toldBefore)
    if (digestAlso === undefined) return
    const message = messageOf(digest)
    const entries = message.kind === 'digest' ? message.entries : []
    const named = entries.map((one) => [
      one.delivery,
      (one.also ?? []).map((at) => at.statement.id),
    ])
    expect(Object.fromEntries(named)).toEqual(digestAlso)
  })

  it('is named by its first in the log, and keeps no sketch in its message', async () => {
    await play({ together: [take('p'), take('q'), take('r')] }, undefined)
    expect(log.find('p')?.also).toEqual(['chemical/q/1/appeared', 'chemical/r/1/appeared'])
    expect(log.list('joined', undefined, 9).map(({ id }) => id)).toEqual(['r', 'q'])
    expect(JSON.stringify(messageOf('p'))).not.toContain('sketch')
    expect(store.waiting().map(({ seq }) => seq)).toEqual([store.seqOf('p')])
  })

  it('names no place in a message that is on its way right now', () => {
    const keeping = { gone: false, isFeed: false, now }
    keepDeliveries(store, [deliveryOf(take('p'))], { ...keeping, sending: undefined })
    keepDeliveries(store, [deliveryOf(take('q'))], { ...keeping, sending: store.seqOf('p') })
    expect(shown(log.find('q')!)).toBe('joined p')
    expect(placesIn('p')).toEqual([])
  })

  it('is compared with so many texts of so many days, and no row stays for ever', async () => {
    const line = Array.from({ length: 40 }, (_, n) => take(`p${n}`, 'short'))
    await play({ together: [take('p'), ...line, take('q')] }, undefined)
    const rows = (table: string) =>
      sql.sql.first<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`)?.n
    expect([rows('told_texts'), rows('copies')]).toEqual([2, 1])
    trimDeliveries(sql.sql, now + 15 * DAY_MS)
    expect([rows('told_texts'), rows('copies'), log.find('q')?.joined]).toEqual([0, 1, 'p'])
    trimDeliveries(sql.sql, now + 31 * DAY_MS)
    expect([rows('told_texts'), rows('copies')]).toEqual([0, 0])
  })
})

function take(id: string, text = 'bridge'): Take {
  return { take: id, text }
}
