import { declaredPartners, mayPair } from '../statements/declared-pair.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import type { Translation } from '../statements/statement.ts'
import type { Source } from '../sources/source.ts'
import { type Draft, draftOf, setTranslation, translationOf } from './draft.ts'
import type { Sighted } from './sighted.ts'
import type { StatementStore } from './statement-store.ts'

/** How two statements come to be known as one. */
type Bond = Pick<Translation, 'by' | 'confidence'>

const DECLARED: Bond = { by: 'declared', confidence: 1 }

/** A statement of this run, and the number of the one that a key names, of this run or before. */
export interface Meeting {
  readonly one: Sighted
  readonly number: number
  readonly knownBy: (keys: readonly string[]) => number | undefined
}

/** Ties a statement to the partner that its page declares, or remembers that it waits for one. */
export function tieDeclared(
  { one, number, knownBy }: Meeting,
  source: Source,
  store: StatementStore,
  drafts: Map<number, Draft>,
): void {
  const { url, translations } = one.seen.sighting
  const addresses = declaredPartners(url, translations, source.translationPath)
  const own = one.keys.filter((key) => key.startsWith('a:')).map((key) => key.slice(2))
  const waiting = own.map((address) => store.awaited.at(address)).find((n) => n !== undefined)
  const found = waiting ?? knownBy(addresses.map((address) => `a:${address}`))
  if (found === undefined) {
    const draft = drafts.get(number)
    if (draft !== undefined && draft.kept.statement.translation === null) draft.awaits = addresses
    return
  }
  if (!tiePair(number, found, DECLARED, store, drafts)) return
  const [draft, partner] = [drafts.get(number), drafts.get(found)]
  if (draft !== undefined) draft.met = own
  if (partner !== undefined) partner.met = addresses
}

/**
 * Ties two statements, each to the other, unless the bond that one of them has is stronger: what
 * an operator said outweighs what a page declares, and that what was inferred.
 * @returns whether anything was tied
 */
export function tiePair(
  number: number,
  other: number,
  bond: Bond,
  store: StatementStore,
  drafts: Map<number, Draft>,
): boolean {
  const draft = draftOf(number, drafts, store)
  const partner = draftOf(other, drafts, store)
  if (draft === undefined || partner === undefined) return false
  if (!mayPair(draft.kept.statement, partner.kept.statement)) return false
  if (!isFree(draft, partner, bond) || !isFree(partner, draft, bond)) return false
  for (const one of [draft, partner]) {
    parted(one, store, drafts)
    drafts.set(one.number, one)
  }
  const { by, confidence } = bond
  setTranslation(draft, translationOf(partner.kept.statement, by, confidence))
  setTranslation(partner, translationOf(draft.kept.statement, by, confidence))
  return true
}

/** Takes a statement and its partner apart. */
export function parted(draft: Draft, store: StatementStore, drafts: Map<number, Draft>): void {
  const number = parseStatementId(draft.kept.statement.translation?.id ?? '')?.number
  if (number === undefined) return
  const partner = draftOf(number, drafts, store)
  setTranslation(draft, null)
  if (partner === undefined || !isTiedTo(partner, draft)) return
  setTranslation(partner, null)
  drafts.set(number, partner)
}

const STRENGTH = { inferred: 0, declared: 1, operator: 2 } as const

function isFree(draft: Draft, partner: Draft, { by }: Bond): boolean {
  const { translation } = draft.kept.statement
  if (draft.kept.apart === true && by !== 'operator') return false
  if (translation === null) return true
  // Tied to this one already, and by no weaker bond: nothing to do.
  if (isTiedTo(draft, partner) && STRENGTH[by] <= STRENGTH[translation.by]) return false
  return by === 'operator' || STRENGTH[by] > STRENGTH[translation.by]
}

function isTiedTo({ kept }: Draft, other: Draft): boolean {
  return kept.statement.translation?.id === other.kept.statement.id
}

/** A revised headline is shown beside its translation too. */
export function refreshPartners(drafts: Map<number, Draft>, store: StatementStore): void {
  for (const { change } of drafts.values()) {
    if (change?.kind !== 'revised' || change.statement.translation === null) continue
    const number = parseStatementId(change.statement.translation.id)?.number
    const partner = number === undefined ? undefined : draftOf(number, drafts, store)
    const shown = partner?.kept.statement.translation
    if (partner === undefined || shown === null || shown === undefined) continue
    if (shown.title === change.statement.title) continue
    setTranslation(partner, { ...shown, title: change.statement.title })
    drafts.set(partner.number, partner)
  }
}
