import { completed } from '../feeds/feed-words.ts'
import type { Snapshot } from '../feeds/snapshot.ts'
import { translationStates } from '../feeds/translation-states.ts'
import { webLink } from '../feeds/web-link.ts'
import type { Status } from '../objects/desk-status.ts'
import type { PublicPublisher } from '../platform/published.ts'
import { dateOf } from '../statements/newest-first.ts'
import type { Language } from '../text/language.ts'
import { feedLinks } from './feed-links.ts'
import { FeedTable } from './feed-table.tsx'
import { Layout } from './layout.tsx'
import { MachineText, MixedText } from './mixed-text.tsx'
import { publisherPath } from './page-path.ts'
import { SourceList } from './source-list.tsx'
import { StatementList } from './statement-list.tsx'
import { WeekChart } from './week-chart.tsx'
import { weeksOf } from './weeks.ts'
import { PAGE_WORDS } from './words-table.ts'

export interface PublisherPageProps {
  readonly lang: Language
  readonly baseUrl: string
  /** The publisher's own snapshot; undefined while nothing was published. */
  readonly snapshot: Snapshot | undefined
  readonly publisher: PublicPublisher
  readonly status: Status | undefined
  readonly now: Date
}

/** A quarter: long enough for a rhythm, short enough for what a snapshot holds. */
const WEEKS = 12

/** `/publishers/{publisher}`: what one organisation said, its feeds and its sources. */
export function PublisherPage(props: PublisherPageProps) {
  const { lang, baseUrl, snapshot, publisher, status, now } = props
  const words = PAGE_WORDS[lang]
  const name = completed(publisher.name, publisher.id)
  const site = webLink(publisher.site)
  const publishers = [publisher]
  return (
    <Layout
      {...{ lang, baseUrl }}
      path={publisherPath(publisher.id)}
      title={name[lang]}
      feeds={feedLinks(baseUrl, publisher.id, name, ['both'])}
    >
      <h1>
        <MixedText text={name[lang]} language={lang} />
      </h1>
      {site !== undefined && (
        <p class="lead">
          {words.publisherPage}:{' '}
          <a href={site} rel="noopener noreferrer">
            <MachineText text={new URL(site).host} />
          </a>
        </p>
      )}
      {snapshot === undefined || snapshot.entries.length === 0 ? (
        <p class="notice">{words.nothingYet}</p>
      ) : (
        <>
          <WeekChart {...{ lang }} weeks={weeksOf(snapshot.entries.map(dateOf), now, WEEKS)} />
          <h2>{words.newest}</h2>
          <StatementList
            {...{ lang, snapshot }}
            stateOf={translationStates([publisher], now.toISOString())}
          />
        </>
      )}
      <FeedTable {...{ lang, baseUrl, publishers }} withAll={false} />
      <SourceList {...{ lang, publishers, status, now }} />
    </Layout>
  )
}
