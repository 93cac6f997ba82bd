import { CHANGE_CLASS_WORDS } from '../statements/change-class-words-table.ts'
import type { Instant } from '../text/instant.ts'
import type { Language } from '../text/language.ts'
import type { FeedAddresses } from './feed-address.ts'
import { shownTitle } from './entry-title.ts'
import {
  CHANGE_LABELS,
  DIVERGED_LABEL,
  LANGUAGE_LABELS,
  MACHINE_LABEL,
  MACHINE_MARK,
  MACHINE_NOTICE,
  WITHDRAWN_MARK,
} from './feed-words.ts'
import { oneLine } from './one-line.ts'
import type { MachineMark, SnapshotEntry, SnapshotTranslation } from './snapshot.ts'
import type { FeedText } from './xml-bytes.ts'

/** One statement as every format tells it. No text in it holds what XML forbids. */
export interface FeedEntry {
  /** The statement's tag: the same in every feed and format, for ever. */
  readonly id: string
  /** Absent where the statement's address is not http or https. */
  readonly link: string | undefined
  readonly language: Language
  /** One line, marked where the statement is withdrawn. */
  readonly title: FeedText
  /** One line, at most 280 UTF-16 units; empty where there is no text. */
  readonly summary: FeedText
  /** The statement as it stands in the snapshot: its body and what only extensions tell. */
  readonly statement: SnapshotEntry
  readonly published: Instant | undefined
  readonly updated: Instant
  /** Whom the source names; else the publisher, in the entry's language. */
  readonly author: string
  readonly categories: readonly FeedCategory[]
  readonly translation: FeedTranslation | undefined
  /** The publisher's own feed, where this feed gathers several publishers. */
  readonly origin: FeedOrigin | undefined
  /** Where a machine made it: then `link` leads to what the publisher said, in another language. */
  readonly machine: FeedMachine | undefined
}

export interface FeedMachine extends MachineMark {
  /** One line: what it is, and what it is not. */
  readonly notice: string
  /** Our page, which has it whole beside the original. */
  readonly page: string
}

/** A category is what readers filter by: `scheme` and `term` for machines, `label` for people. */
export interface FeedCategory {
  readonly scheme: string
  readonly term: string
  readonly label: string
}

/** A partner that can be linked. */
export type FeedTranslation = SnapshotTranslation & { readonly link: string }

/** The feed from which an entry was taken over (atom:source). */
export interface FeedOrigin {
  readonly id: string
  readonly title: string
  readonly updated: Instant
  readonly addresses: FeedAddresses
}

/** What all entries of one publisher in one language share. */
export interface EntryContext {
  readonly baseUrl: string
  readonly author: string
  /** The same objects in every entry: writers write each of them once. */
  readonly categories: readonly FeedCategory[]
  readonly origin: FeedOrigin | undefined
}

export function entryOf(statement: SnapshotEntry, context: EntryContext): FeedEntry {
  const { tag, link, language, published, updated, translation, matched } = statement
  const { machine } = statement
  return {
    id: tag,
    link: link ?? undefined,
    language,
    title: titleOf(statement),
    // Slack shows this line alone: in a watch's feed it tells why the entry is there.
    summary: matched?.text || statement.summary,
    statement,
    published: published ?? undefined,
    updated,
    author: authorOf(statement, context),
    categories: categoriesOf(statement, context),
    translation: isLinked(translation) ? translation : undefined,
    origin: context.origin,
    machine: machine === undefined ? undefined : machineOf(statement, machine, context),
  }
}

/**
 * The person or desk that the source names, in the publisher's own feed. Among statements of several
 * publishers readers show the author for whose text it is, and anybody can write the Coalition's name
 * there: the name that the operator gave to the publisher always stands first.
 */
function authorOf(
  { author, machine, language }: SnapshotEntry,
  { author: publisher, origin }: EntryContext,
): string {
  if (machine !== undefined) return `${publisher} (${MACHINE_LABEL[language]})`
  if (author === undefined || author === publisher) return publisher
  return origin === undefined ? author : `${publisher} (${author})`
}

function machineOf(
  { id, language }: SnapshotEntry,
  machine: MachineMark,
  { author, baseUrl }: EntryContext,
): FeedMachine {
  const notice = oneLine(MACHINE_NOTICE[language](author, machine.model))
  return { ...machine, notice, page: `${baseUrl}/statements/${id}` }
}

function isLinked(translation: SnapshotTranslation | null): translation is FeedTranslation {
  return translation !== null && translation.link !== null
}

/** Nearly all are copied as they lie in the snapshot. */
function titleOf(statement: SnapshotEntry): FeedText {
  const { title, language, machine, state } = statement
  const isMarked = machine !== undefined || state === 'withdrawn'
  if (title.length > 0 && !isMarked) return title
  const line = shownTitle(statement)
  if (!isMarked) return line
  const mark = machine === undefined ? WITHDRAWN_MARK : MACHINE_MARK
  return `${mark[language]} ${line}`
}

/** The categories that every entry of a publisher in a language has. */
export function sharedCategories(
  { publisher, language }: Pick<SnapshotEntry, 'publisher' | 'language'>,
  author: string,
  baseUrl: string,
): FeedCategory[] {
  return [
    { scheme: `${baseUrl}/publishers`, term: publisher, label: author },
    { scheme: `${baseUrl}/languages`, term: language, label: LANGUAGE_LABELS[language] },
  ]
}

function categoriesOf(
  { language, state, revision, matched, divergedSince, edit, machine }: SnapshotEntry,
  { baseUrl, categories }: EntryContext,
): readonly FeedCategory[] {
  if (machine !== undefined) {
    const label = MACHINE_LABEL[language]
    return [...categories, { scheme: `${baseUrl}/translations`, term: 'machine', label }]
  }
  const change = state === 'withdrawn' ? state : revision > 1 ? 'revised' : undefined
  if (change === undefined && matched === undefined && divergedSince === undefined)
    return categories
  const own: FeedCategory[] = []
  if (edit !== undefined) {
    const label = CHANGE_CLASS_WORDS[language][edit]
    own.push({ scheme: `${baseUrl}/edits`, term: edit, label })
  }
  if (change !== undefined) {
    const label = CHANGE_LABELS[change][language]
    own.push({ scheme: `${baseUrl}/changes`, term: change, label })
  }
  if (divergedSince !== undefined) {
    const label = DIVERGED_LABEL[language]
    own.push({ scheme: `${baseUrl}/changes`, term: 'diverged', label })
  }
  if (matched !== undefined) {
    const { id, name } = matched.watch
    own.push({ scheme: `${baseUrl}/watches`, term: id, label: oneLine(name) || id })
  }
  return [...categories, ...own]
}
