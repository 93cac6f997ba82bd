import { ALL } from '../feeds/feed-address.ts'
import { ALL_STATEMENTS, completed } from '../feeds/feed-words.ts'
import type { Snapshot } from '../feeds/snapshot.ts'
import { translationStates } from '../feeds/translation-states.ts'
import type { Status } from '../objects/desk-status.ts'
import type { PublicPublisher } from '../platform/published.ts'
import type { Language, Words } from '../text/language.ts'
import { feedLinks } from './feed-links.ts'
import { FeedTable } from './feed-table.tsx'
import { FirstSteps } from './first-steps.tsx'
import { Layout } from './layout.tsx'
import { type Search, SearchForm } from './search-form.tsx'
import { type Found, SearchResults } from './search-results.tsx'
import { SourceList } from './source-list.tsx'
import { StateSummary } from './state-summary.tsx'
import { StatementList } from './statement-list.tsx'
import { PAGE_WORDS } from './words-table.ts'

export interface FrontPageProps {
  readonly lang: Language
  /** Public address of this deployment, without a slash at the end. */
  readonly baseUrl: string
  /** The snapshot `all`; undefined while nothing was published. */
  readonly snapshot: Snapshot | undefined
  readonly publishers: readonly PublicPublisher[]
  /** Undefined where the desk did not answer: the feed part stands all the same. */
  readonly status: Status | undefined
  readonly now: Date
  readonly search?: Search
  /** What a search found; undefined where nothing was asked. */
  readonly found?: Found | undefined
  /** Why the question cannot be answered. */
  readonly fault?: string | undefined
}

const NOTHING_ASKED: Search = {
  q: '',
  publisher: '',
  language: '',
  state: '',
  since: '',
  until: '',
}

/** `/`: the newest statements in both languages, a search, the feeds, and how the sources are. */
export function FrontPage(props: FrontPageProps) {
  const { lang, baseUrl, publishers, search = NOTHING_ASKED, found, fault } = props
  const words = PAGE_WORDS[lang]
  const query = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== ''))
  const isSearch = found !== undefined || fault !== undefined
  return (
    <Layout
      {...{ lang, baseUrl, query }}
      path="/"
      title={words.frontPage}
      feeds={feedLinks(baseUrl, ALL, ALL_STATEMENTS, ['both'])}
    >
      <h1>{words.newest}</h1>
      <p class="lead">{words.tagline}</p>
      {publishers.length > 0 && <SearchForm {...{ lang, search, publishers, fault }} />}
      {found !== undefined && <SearchResults {...{ lang, found }} names={namesOf(publishers)} />}
      {!isSearch && <Newest {...props} />}
    </Layout>
  )
}

function Newest({ lang, baseUrl, snapshot, publishers, status, now }: FrontPageProps) {
  const words = PAGE_WORDS[lang]
  const stateOf = translationStates(publishers, now.toISOString())
  const hasStatements = snapshot !== undefined && snapshot.entries.length > 0
  return (
    <>
      {publishers.length > 0 && <StateSummary {...{ lang, publishers, status, now }} />}
      {hasStatements && <StatementList {...{ lang, snapshot, stateOf }} />}
      {publishers.length === 0 ? (
        <FirstSteps {...{ lang }} />
      ) : (
        <>
          {!hasStatements && <p class="notice">{words.nothingYet}</p>}
          <FeedTable {...{ lang, baseUrl, publishers }} withAll={true} />
          <SourceList {...{ lang, publishers, status, now }} />
        </>
      )}
    </>
  )
}

function namesOf(publishers: FrontPageProps['publishers']): ReadonlyMap<string, Words> {
  return new Map(publishers.map(({ id, name }) => [id, completed(name, id)]))
}
