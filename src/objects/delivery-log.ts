import type { Attempt, Delivery } from '../deliveries/delivery.ts'
import type { Instant } from '../text/instant.ts'
import { MESSAGE, WITH_MESSAGES, loadMessage } from './delivery-messages.ts'
import type { Sql } from './sql.ts'

/** `joined`: its text was told by another delivery, or will be. */
export const DELIVERY_STATES = ['pending', 'delivered', 'abandoned', 'joined'] as const

export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** What a delivery tells: of an alert which watch, what happened, and the statement's title. */
interface DeliveryAbout {
  readonly kind: 'alert' | 'digest' | 'notice' | 'test'
  readonly watch: { readonly id: string; readonly name: string } | null
  readonly change: string | null
  /** `null` too where the statement was erased. */
  readonly statement: {
    readonly id: string
    readonly language: string
    readonly title: string
  } | null
  /** Alerts in it. */
  readonly alerts: number
}

/** A delivery as the log shows it; part of the outside contract. */
export interface DeliveryRecord {
  readonly id: string
  /** `null` for a digest, a notice and a test message. */
  readonly alert: string | null
  readonly endpoint: string
  readonly state: DeliveryState
  readonly reason: string | null
  /** The id of the digest in which it goes or went; its attempts are written there. */
  readonly digest: string | null
  /** The id of the delivery that tells the same text from the place where it stood first. */
  readonly joined: string | null
  /** Alerts that joined this one: the same text at other places. */
  readonly also: readonly string[]
  readonly accepted: Instant
  /** When the next attempt is due; null when none is. */
  readonly next: Instant | null
  readonly attempts: readonly Attempt[]
  readonly about: DeliveryAbout
  /** With `accepted` its place in the endpoint's log. */
  readonly seq: number
}

/** A place in an endpoint's log, which goes by the time of acceptance, in ms since 1970. */
export interface LogPlace {
  readonly at: number
  readonly seq: number
}

/** What the operator's calls on a delivery come to. */
export type Acted =
  | { readonly kind: 'done'; readonly record: DeliveryRecord }
  | { readonly kind: 'unknown' | 'disabled' | 'not-pending' | 'erased' }

interface Row extends Record<string, string | number | null> {
  seq: number
  id: string
  alert: string | null
  state: DeliveryState
  reason: string | null
  due: number
  at: number
  digest: string | null
  joined: string | null
  kind: DeliveryAbout['kind']
  facts: string
  entries: number | null
}

/** Of a text that stands everywhere, so many places are named. */
const ALSO_SHOWN = 20

/** Inside the database: a message may weigh a megabyte, and a page of the log holds fifty. */
const FACTS = [
  'watch.id',
  'watch.name',
  'change',
  'statement.id',
  'statement.language',
  'statement.title',
]
  .map((name) => `'$.message.alert.${name}'`)
  .join(', ')

const COLUMNS = `SELECT d.seq, d.id, d.alert, d.state, d.reason, d.due, d.at, b.id AS digest,
  f.id AS joined, json_extract(${MESSAGE}, '$.message.kind') AS kind,
  json_extract(${MESSAGE}, ${FACTS}) AS facts,
  json_array_length(${MESSAGE}, '$.message.entries') AS entries
  FROM ${WITH_MESSAGES} LEFT JOIN deliveries b ON b.seq = d.batch
  LEFT JOIN copies c ON c.seq = d.seq LEFT JOIN deliveries f ON f.seq = c.first`

/** What the log of one endpoint tells. */
export class DeliveryLog {
  readonly #sql: Sql
  readonly #endpoint: () => string

  constructor(sql: Sql, endpoint: () => string) {
    this.#sql = sql
    this.#endpoint = endpoint
  }

  find(id: string): DeliveryRecord | undefined {
    const row = this.#sql.first<Row>(`${COLUMNS} WHERE d.id = ?`, id)
    return row === undefined ? undefined : this.#recordOf(row)
  }

  /** The log, newest first, from before a place on; by time, since a clock may have gone back. */
  list(state: DeliveryState | undefined, before: LogPlace | undefined, limit: number) {
    const { at, seq } = before ?? { at: Number.MAX_SAFE_INTEGER, seq: 0 }
    const rows = this.#sql.all<Row>(
      `${COLUMNS} WHERE d.seq IN (
          SELECT seq FROM deliveries WHERE (at, seq) < (?, ?) AND (? = '' OR state = ?)
          ORDER BY at DESC, seq DESC LIMIT ? + 0)
        ORDER BY d.at DESC, d.seq DESC`,
      at,
      seq,
      state ?? '',
      state ?? '',
      limit,
    )
    return rows.map((row) => this.#recordOf(row))
  }

  /** Attempts by result since the endpoint was made. */
  results(): Record<string, number> {
    const rows = this.#sql.all<{ name: string; count: number }>('SELECT name, count FROM results')
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
  }

  /** When the oldest pending delivery was accepted. */
  oldestPending(): Instant | null {
    const row = this.#sql.first<{ at: number | null }>(
      "SELECT MIN(at) AS at FROM deliveries WHERE state = 'pending'",
    )
    return row?.at == null ? null : new Date(row.at).toISOString()
  }

  /** Alerts, notices and tests on their way; a digest is not one more. */
  pending(): number {
    const row = this.#sql.first<{ n: number }>(
      "SELECT COUNT(*) AS n FROM deliveries WHERE state = 'pending' AND kind <> 'digest'",
    )
    return row?.n ?? 0
  }

  lastDelivered(): Instant | null {
    const row = this.#sql.first<{ at: number | null }>(
      "SELECT MAX(settled) AS at FROM deliveries WHERE state = 'delivered'",
    )
    return row?.at == null ? null : new Date(row.at).toISOString()
  }

  /** The message of a delivery, as it was accepted. */
  message(seq: number): Delivery {
    const delivery = loadMessage(seq, this.#sql)
    if (delivery === undefined) throw new Error(`delivery ${seq} is not kept`)
    return delivery
  }

  #recordOf({ due, at, kind, facts, entries, ...row }: Row): DeliveryRecord {
    return {
      ...row,
      endpoint: this.#endpoint(),
      also: this.#also(row.seq),
      accepted: new Date(at).toISOString(),
      next: row.state === 'pending' ? new Date(due).toISOString() : null,
      attempts: this.#attempts(row.seq),
      about: aboutOf(kind, facts, entries),
    }
  }

  #also(seq: number): string[] {
    return this.#sql
      .all<{ alert: string }>(
        `SELECT d.alert FROM copies c JOIN deliveries d ON d.seq = c.seq
          WHERE c.first = ? AND d.alert IS NOT NULL ORDER BY d.seq LIMIT ? + 0`,
        seq,
        ALSO_SHOWN,
      )
      .map(({ alert }) => alert)
  }

  #attempts(seq: number): Attempt[] {
    return this.#sql
      .all<{ value: string }>('SELECT value FROM attempts WHERE seq = ? ORDER BY number', seq)
      .map(({ value }) => JSON.parse(value) as Attempt)
  }
}

function aboutOf(
  kind: DeliveryAbout['kind'],
  facts: string,
  entries: number | null,
): DeliveryAbout {
  const [watch, name, change, id, language, title] = JSON.parse(facts) as (string | null)[]
  return {
    kind,
    watch: watch == null ? null : { id: watch, name: name ?? watch },
    change: change ?? null,
    statement: id == null || !title ? null : { id, language: language ?? 'ar', title },
    alerts: kind === 'digest' ? (entries ?? 0) : kind === 'alert' ? 1 : 0,
  }
}
