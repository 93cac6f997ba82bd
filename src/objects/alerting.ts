import { alertId, deliveryId } from '../deliveries/delivery-id.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import type { Statement } from '../statements/statement.ts'
import { type Hit, hitsOf, matchesOf } from '../watches/alerts-for.ts'
import type { CompiledWatches } from '../watches/compile.ts'
import type { AlertNote } from './alert-store.ts'
import type { AlertWorld } from './alert-world.ts'
import type { Draft } from './draft.ts'
import { firstTelling, sketchOf } from './first-telling.ts'
import type { StatementStore } from './statement-store.ts'

/** One alert on its way to one endpoint, as the outbox holds it. */
export interface AlertErrand {
  readonly number: number
  readonly watch: string
  readonly alert: string
  readonly endpoint: string
  readonly delivery: string
}

export interface Alerts {
  /** New alerts, and pending ones that a partner joined. */
  readonly notes: readonly AlertNote[]
  readonly errands: readonly AlertErrand[]
}

/** Under this name the endpoint object of a watch's own feed lies; no operator's id holds a colon. */
export function feedEndpoint(watch: string): string {
  return `feed:${watch}`
}

export function isFeedEndpoint(name: string): boolean {
  return name.startsWith(feedEndpoint(''))
}

/** Matches that one alert carries: a word that fills a page must not burst the alert's row. */
export const MATCHES_KEPT = 100

/**
 * The alerts that a run's changes are worth. Baseline changes are worth none.
 * A statement whose partner was told of already makes no second alert; while the first still waits
 * in the outbox, the two share it. So does the same text published again at another address.
 */
export async function alertsOf(drafts: readonly Draft[], world: AlertWorld): Promise<Alerts> {
  const notes = new Map<string, AlertNote>()
  const fresh: { readonly note: AlertNote; readonly endpoints: readonly string[] }[] = []
  for (const draft of drafts) {
    const { change, baseline, number } = draft
    if (change === undefined || baseline) continue
    const earlier = () => world.statements.wordings.all(number)
    for (const hit of hitsOf(change, world.compiled, earlier)) {
      const partner = partnerOf(change.statement, drafts, world.statements)
      const told = partner === undefined ? undefined : toldOf(partner, hit, draft, notes, world)
      if (told !== undefined) {
        if (notes.has(told.id) || world.pending(told.id))
          notes.set(told.id, joinedBy(told, draft, hit))
        continue
      }
      const first = firstTelling(draft, hit, { notes, drafts }, world)
      if (first !== undefined) {
        notes.set(first.id, {
          ...first,
          republished: [...new Set([...(first.republished ?? []), number])],
        })
        continue
      }
      const note = noteOf(draft, hit, partner, world)
      notes.set(note.id, note)
      fresh.push({ note, endpoints: [...hit.watch.endpoints, feedEndpoint(hit.watch.id)] })
    }
  }
  return { notes: [...notes.values()], errands: await errandsOf(fresh) }
}

interface Partner {
  readonly number: number
  readonly statement: Statement
}

function partnerOf(
  statement: Statement,
  drafts: readonly Draft[],
  statements: StatementStore,
): Partner | undefined {
  const number = parseStatementId(statement.translation?.id ?? '')?.number
  if (number === undefined) return undefined
  const draft = drafts.find((one) => one.number === number)
  const kept = draft?.kept ?? statements.load(number)
  return kept === undefined ? undefined : { number, statement: kept.statement }
}

/** The alert that told this watch of the partner's same change, in this run or before. */
function toldOf(
  partner: Partner,
  hit: Hit,
  draft: Draft,
  notes: ReadonlyMap<string, AlertNote>,
  world: AlertWorld,
): AlertNote | undefined {
  // An edit of one language is news of its own; only "it appeared" is said once for both.
  if (draft.change?.kind !== 'appeared') return undefined
  const ofThisRun = [...notes.values()].find(
    (note) =>
      note.number === partner.number &&
      note.watch.id === hit.watch.id &&
      note.change === 'appeared',
  )
  const earlier = () =>
    world.alerts.of(partner.number, hit.watch.id).find((note) => note.change === 'appeared')
  return ofThisRun ?? earlier()
}

function joinedBy(note: AlertNote, draft: Draft, hit: Hit): AlertNote {
  const { statement } = draft.kept
  return {
    ...note,
    partner: {
      number: draft.number,
      revision: statement.revision,
      matches: hit.matches.slice(0, MATCHES_KEPT),
      sketch: sketchOf(statement),
    },
  }
}

function noteOf(
  draft: Draft,
  hit: Hit,
  partner: Partner | undefined,
  world: AlertWorld,
): AlertNote {
  const { statement } = draft.kept
  const { id, name, query } = hit.watch
  const change = draft.change?.kind ?? 'appeared'
  return {
    id: alertId({ watch: id, statement: statement.id, revision: statement.revision, change }),
    watch: { id, name, query },
    change,
    at: world.at,
    number: draft.number,
    revision: statement.revision,
    sketch: sketchOf(statement),
    matches: hit.matches.slice(0, MATCHES_KEPT),
    partner:
      partner === undefined
        ? null
        : {
            number: partner.number,
            revision: partner.statement.revision,
            matches: partnerMatches(partner.statement, id, world.compiled),
            ...(change === 'appeared' ? { sketch: sketchOf(partner.statement) } : {}),
          },
  }
}

function partnerMatches(statement: Statement, watch: string, compiled: CompiledWatches) {
  const hit = matchesOf(statement, statement, compiled).find((one) => one.watch.id === watch)
  return hit?.matches.slice(0, MATCHES_KEPT) ?? []
}

/** A delivery to each endpoint of each alert. */
export async function errandsOf(
  fresh: readonly { readonly note: AlertNote; readonly endpoints: readonly string[] }[],
): Promise<AlertErrand[]> {
  const errands: Promise<AlertErrand>[] = []
  for (const { note, endpoints } of fresh) {
    for (const endpoint of new Set(endpoints)) {
      const { id: alert, number } = note
      const watch = note.watch.id
      errands.push(
        deliveryId(alert, endpoint).then((delivery) => ({
          number,
          watch,
          alert,
          endpoint,
          delivery,
        })),
      )
    }
  }
  return await Promise.all(errands)
}
