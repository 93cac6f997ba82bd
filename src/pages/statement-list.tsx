import { shownTitle } from '../feeds/entry-title.ts'
import { publisherNames } from '../feeds/feed-document.ts'
import type { Snapshot, SnapshotEntry } from '../feeds/snapshot.ts'
import type { translationStates } from '../feeds/translation-states.ts'
import { plainText } from '../feeds/xml-bytes.ts'
import { LANGUAGES, type Language, directionOf, type Words } from '../text/language.ts'
import { MixedText } from './mixed-text.tsx'
import { Moment, PublishedDate } from './moment.tsx'
import { pagePath, publisherPath, statementPath } from './page-path.ts'
import { type StatementRow, statementRows } from './statement-rows.ts'
import { PAGE_WORDS } from './words-table.ts'

/** More rows are in the feeds; each costs time that the free plan counts. */
const ROWS = 30

interface StatementListProps {
  readonly lang: Language
  readonly snapshot: Snapshot
  /** Told of entries whose version in the other language is to come. */
  readonly stateOf?: ReturnType<typeof translationStates>
}

/**
 * The newest statements in two columns, the reader's language first. The cells come row by row, so
 * that a pair stands side by side on a wide screen and follows itself on a narrow one.
 */
export function StatementList({ lang, snapshot, ...told }: StatementListProps) {
  const columns = LANGUAGES.toSorted((one, other) => Number(other === lang) - Number(one === lang))
  const rows = statementRows(snapshot.entries, ROWS)
  const used = columns.filter((language) => rows.some((row) => row[language] !== undefined))
  return (
    <ol class={used.length > 1 ? 'rows two-columns' : 'rows'}>
      {rows.map((row) => (
        <li class={isPair(row) ? 'row pair' : 'row'}>
          {used.map((language) => (
            <Cell {...told} entry={row[language]} lang={lang} snapshot={snapshot} />
          ))}
        </li>
      ))}
    </ol>
  )
}

function isPair(row: StatementRow): boolean {
  return row.ar !== undefined && row.en !== undefined
}

/** A statement without a partner has the whole row: beside it there would be a hole. */
function Cell({
  entry,
  lang,
  snapshot,
  stateOf,
}: StatementListProps & { readonly entry: SnapshotEntry | undefined }) {
  if (entry === undefined) return <></>
  const isAwaiting = stateOf?.(entry) === 'awaited'
  return (
    <StatementCard
      {...{ entry, lang, isAwaiting }}
      name={publisherNames(snapshot, entry.publisher)}
    />
  )
}

interface StatementCardProps {
  readonly entry: SnapshotEntry
  /** Of the interface: carried on in links. All words here are in the statement's language. */
  readonly lang: Language
  readonly name: Words
  readonly isAwaiting: boolean
}

function StatementCard({ entry, lang, name, isAwaiting }: StatementCardProps) {
  const { language, state } = entry
  const summary = plainText(entry.summary)
  const words = PAGE_WORDS[language]
  const ours = pagePath(statementPath(entry.id), lang)
  // A withdrawn statement's own page is gone.
  const theirs = state === 'withdrawn' ? null : entry.link
  return (
    <article class="statement" lang={language} dir={directionOf(language)}>
      <p class="byline">
        <a href={pagePath(publisherPath(entry.publisher), lang)}>
          <MixedText text={name[language]} language={language} />
        </a>
        <DateOf entry={entry} />
        {isAwaiting && <span class="mark">{words.awaited}</span>}
        {entry.revision > 1 && <span class="mark">{words.revised}</span>}
        {entry.machine !== undefined && <strong class="mark">{words.machine}</strong>}
        {state === 'withdrawn' && <strong class="mark withdrawn">{words.withdrawn}</strong>}
      </p>
      <h2>
        <a href={theirs ?? ours} rel={theirs === null ? undefined : 'noopener noreferrer'}>
          <MixedText text={shownTitle(entry)} language={language} />
        </a>
      </h2>
      {summary !== '' && (
        <p>
          <MixedText text={summary} language={language} />
        </p>
      )}
      <p class="more">
        <a href={ours}>{words.ourPage}</a>
      </p>
    </article>
  )
}

function DateOf({ entry }: { readonly entry: SnapshotEntry }) {
  const { published, firstSeen, language } = entry
  if (published !== null) return <PublishedDate at={published} lang={language} />
  return (
    <span>
      {PAGE_WORDS[language].firstSeen} <Moment at={firstSeen} lang={language} />
    </span>
  )
}
