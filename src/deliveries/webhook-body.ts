import type { Statement } from '../statements/statement.ts'
import type { Language } from '../text/language.ts'
import type { Alert, MachineEvidence } from '../watches/alert.ts'
import type { Wording } from '../watches/alerts-for.ts'
import type { Match } from '../watches/watch.ts'
import { cutIndex } from '../text/cut-index.ts'
import type { DigestEntry, Message } from './delivery.ts'
import { cutToBytes } from './json-bytes.ts'
import type { Notice } from './notice.ts'
import { linkable, pageAddress } from './page-address.ts'
import { nearIn, placesOf } from './webhook-places.ts'
import { whatChanged } from './what-changed.ts'

/** Standard Webhooks advises bodies below 20 kB. */
export const MOST_BODY_BYTES = 20_000
/** Of UTF-8, for one UTF-16 unit. */
const MOST_BYTES_A_UNIT = 3
/** UTF-16 units around a match by which it is found again without our offsets. */
const AROUND_MATCH = 24
const MOST_BYTES = {
  name: 500,
  query: 2000,
  title: 1500,
  part: 200,
  surface: 200,
  address: 2000,
}
/** The first matches of one statement, a dozen or two: fifty terms may hit in each sentence. */
const MOST_MATCHES_BYTES = 2500

type Digest = Extract<Message, { readonly kind: 'digest' }>

/**
 * The body of a webhook message, the same bytes for the same message. Order of keys, bounds and
 * names are part of the outside contract (docs/webhooks.md). The text takes what the rest leaves;
 * cut, it ends between two graphemes and `truncated` says so.
 */
export function webhookBody(message: Message, baseUrl: string): string {
  switch (message.kind) {
    case 'test':
      return testBody(message.at)
    case 'notice':
      return noticeBody(message.notice, baseUrl)
    case 'digest':
      return digestBody(message, baseUrl)
    case 'alert':
      return wholeAlertBody(message.alert, baseUrl)
  }
}

function wholeAlertBody(alert: Alert, baseUrl: string): string {
  const bodyWith = alertBody(alert, baseUrl)
  const withText = (text: string): string => JSON.stringify(bodyWith(text))
  const whole = withText(alert.statement.text.toWellFormed())
  if (whole.length * MOST_BYTES_A_UNIT < MOST_BODY_BYTES) return whole
  // One byte for "below", one since a text that fits says "false", a letter more than "true".
  const room = MOST_BODY_BYTES - 2 - bytesOf(withText(''))
  return withText(cutToBytes(alert.statement.text, room))
}

/**
 * Several alerts in one, each with the id that it would have had alone. What does not fit is only
 * counted: the log has it.
 */
function digestBody(digest: Digest, baseUrl: string): string {
  const of = (kept: readonly DigestEntry[]): string => {
    const alerts = kept.map(
      ({ delivery, alert, at, change, watch, statement, machine, ...places }) => ({
        delivery,
        alert,
        type: `statement.${change}`,
        timestamp: at,
        ...(machine === undefined ? {} : { machine }),
        watch: { id: watch.id, name: cutToBytes(watch.name, MOST_BYTES.part) },
        statement: {
          id: statement.id,
          language: statement.language,
          url: addressOf(statement, baseUrl),
          title: cutToBytes(statement.title, MOST_BYTES.name),
          published: statement.published,
          revision: statement.revision,
          link: pageAddress(baseUrl, statement.id),
        },
        also: placesOf(places, baseUrl),
        ...nearIn(places, baseUrl),
      }),
    )
    const data = {
      count: digest.entries.length,
      truncated: kept.length < digest.entries.length,
      alerts,
    }
    return JSON.stringify({ type: 'bayan.digest', timestamp: digest.at, data })
  }
  let kept = digest.entries
  while (bytesOf(of(kept)) >= MOST_BODY_BYTES) kept = kept.slice(0, -1)
  return of(kept)
}

const encoder = new TextEncoder()

function bytesOf(text: string): number {
  return encoder.encode(text).length
}

function testBody(at: string): string {
  const data = {
    message: {
      ar: 'رسالة تجريبية من بيان: هذه الوجهة تعمل.',
      en: 'A test message from Bayan: this endpoint works.',
    },
  }
  return JSON.stringify({ type: 'bayan.test', timestamp: at, data })
}

function noticeBody(notice: Notice, baseUrl: string): string {
  const { id, at, subject, state, reason, since } = notice
  const { ar, en } = reason
  const shown = { ar: cutToBytes(ar, MOST_BYTES.title), en: cutToBytes(en, MOST_BYTES.title) }
  const data = { notice: { id, subject, state, reason: shown, since, link: `${baseUrl}/status` } }
  return JSON.stringify({ type: 'bayan.notice', timestamp: at, data })
}

/** All but the text is made once, since it is the evidence that takes long. */
function alertBody(alert: Alert, baseUrl: string): (text: string) => object {
  const { watch, statement } = alert
  const title = cutToBytes(statement.title, MOST_BYTES.title)
  const rest = {
    changed: changedIn(alert),
    matches: matchesIn(statement, alert.matches),
    translation: translationOf(alert, baseUrl),
    ...(alert.machine === undefined ? {} : { machine: machineOf(alert.machine) }),
    also: placesOf(alert, baseUrl),
    ...nearIn(alert, baseUrl),
  }
  return (text) => ({
    type: `statement.${alert.change}`,
    timestamp: alert.at,
    data: {
      watch: {
        id: watch.id,
        name: cutToBytes(watch.name, MOST_BYTES.name),
        query: cutToBytes(watch.query, MOST_BYTES.query),
      },
      statement: {
        id: statement.id,
        publisher: statement.publisher,
        source: statement.source,
        language: statement.language,
        url: addressOf(statement, baseUrl),
        title,
        text,
        truncated: text.length < statement.text.length,
        published: statement.published,
        firstSeen: statement.firstSeen,
        state: statement.state,
        revision: statement.revision,
        link: pageAddress(baseUrl, statement.id),
      },
      ...rest,
    },
  })
}

/** What an edit changed, in words: the wording before is in the archive. Null where none is known. */
function changedIn({ previous, statement, change, class: edit }: Alert): object | null {
  if (previous === undefined || change !== 'revised') return null
  const changed = whatChanged(previous, statement)
  return changed === undefined ? null : { ...changed, class: edit ?? null }
}

/** Addresses were admitted when they were read; what must not be a link even so becomes our page. */
function addressOf({ id, url }: Pick<Statement, 'id' | 'url'>, baseUrl: string): string {
  return linkable(url, MOST_BYTES.address) === undefined ? pageAddress(baseUrl, id) : url
}

function translationOf(alert: Alert, baseUrl: string): object | null {
  const link = alert.statement.translation
  const partner = alert.translation?.statement ?? link
  if (partner === null) return null
  const { id, language, title }: { id: string; language: Language; title: string } = partner
  const isKnown = link !== null && link.id === id
  return {
    id,
    language,
    url: addressOf(partner, baseUrl),
    title: cutToBytes(title, MOST_BYTES.title),
    by: isKnown ? link.by : null,
    confidence: isKnown ? link.confidence : null,
    link: pageAddress(baseUrl, id),
    matches:
      alert.translation === null
        ? []
        : matchesIn(alert.translation.statement, alert.translation.matches),
  }
}

/** What a machine made, where only that was hit: `matches` above is empty then. */
function machineOf({ language, title, provider, model, matches, text }: MachineEvidence): object {
  return {
    by: 'machine',
    language,
    title: cutToBytes(title, MOST_BYTES.title),
    provider,
    model: cutToBytes(model, MOST_BYTES.part),
    matches: matchesIn({ title, text }, matches),
  }
}

function matchesIn(statement: Wording, matches: readonly Match[]): object[] {
  const shown: object[] = []
  let room = MOST_MATCHES_BYTES
  for (const match of matches) {
    const evidence = evidenceOf(statement, match)
    room -= bytesOf(JSON.stringify(evidence))
    if (room < 0) break
    shown.push(evidence)
  }
  return shown
}

/** Offsets count UTF-16 units; `before` and `after` let other languages find the words again. */
function evidenceOf(statement: Wording, { part, field, surface, start, end }: Match): object {
  const text = statement[field]
  return {
    part: cutToBytes(part, MOST_BYTES.part),
    field,
    surface: cutToBytes(surface, MOST_BYTES.surface),
    start,
    end,
    before: text.slice(cutIndex(text, start - AROUND_MATCH), start).toWellFormed(),
    after: text.slice(end, cutIndex(text, end + AROUND_MATCH)).toWellFormed(),
  }
}
