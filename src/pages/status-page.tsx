import { completed } from '../feeds/feed-words.ts'
import type { Snapshot } from '../feeds/snapshot.ts'
import type { PublisherStatus, Status } from '../objects/desk-status.ts'
import type { Language } from '../text/language.ts'
import { Budget } from './budget.tsx'
import { EndpointTable } from './endpoint-table.tsx'
import { Layout } from './layout.tsx'
import { MachineText, MixedText } from './mixed-text.tsx'
import { Age } from './moment.tsx'
import { pagePath, publisherPath } from './page-path.ts'
import { StateHistory } from './state-history.tsx'
import { StateUnknown } from './source-list.tsx'
import { SourceTable } from './source-table.tsx'
import { TranslationState } from './translation-state.tsx'
import { PAGE_WORDS } from './words-table.ts'

export interface StatusPageProps {
  readonly lang: Language
  readonly baseUrl: string
  readonly status: Status | undefined
  /** Endpoints, and the names of what does not answer, are the operator's business alone. */
  readonly operator: boolean
  readonly now: Date
  readonly history?: Snapshot | undefined
  /** What is to be mended about machine translation. */
  readonly mend?: string | undefined
}

/** `/status`: how every source is, what the day has cost, and how old this knowledge is. */
export function StatusPage(props: StatusPageProps) {
  const { lang, baseUrl, status, operator, now, history, mend } = props
  const words = PAGE_WORDS[lang]
  return (
    <Layout {...{ lang, baseUrl }} path="/status" title={words.status}>
      <h1>{words.status}</h1>
      {status === undefined ? (
        <StateUnknown lang={lang} />
      ) : (
        <Known {...{ lang, status, operator, now, mend }} />
      )}
      <StateHistory {...{ lang, history }} />
    </Layout>
  )
}

interface KnownProps {
  readonly lang: Language
  readonly status: Status
  readonly operator: boolean
  readonly now: Date
  readonly mend: string | undefined
}

function Known({ lang, status, operator, now, mend }: KnownProps) {
  const words = PAGE_WORDS[lang]
  const { asOf, publishers, endpoints, silent, budget, translation } = status
  return (
    <>
      <p class="lead">
        {words.asKnown} <Age at={asOf} {...{ lang, now }} />
      </p>
      {silent.length > 0 && <Silent {...{ lang, silent, operator }} />}
      {publishers.length === 0 && <p class="notice">{words.noPublishers}</p>}
      {publishers.map((publisher) => (
        <PublisherState {...{ publisher, lang, now }} />
      ))}
      {operator && <EndpointTable {...{ lang, endpoints, now }} />}
      {operator && translation !== undefined && (
        <TranslationState {...{ lang, translation, mend, now }} />
      )}
      <Budget {...{ lang, budget }} />
    </>
  )
}

/** Names may be endpoints': the public learns only how many do not answer. */
function Silent({
  lang,
  silent,
  operator,
}: Pick<KnownProps, 'lang' | 'operator'> & Pick<Status, 'silent'>) {
  return (
    <p class="notice" role="status">
      <strong>{PAGE_WORDS[lang].silent}</strong>{' '}
      {operator ? silent.map((name) => <MachineText text={name} />) : silent.length}
    </p>
  )
}

interface PublisherStateProps {
  readonly publisher: PublisherStatus
  readonly lang: Language
  readonly now: Date
}

function PublisherState({ publisher, lang, now }: PublisherStateProps) {
  const words = PAGE_WORDS[lang]
  const { id, name, sources, statements, owed, floods } = publisher
  return (
    <section>
      <h2>
        <a href={pagePath(publisherPath(id), lang)}>
          <MixedText text={completed(name, id)[lang]} language={lang} />
        </a>
      </h2>
      <SourceTable {...{ sources, lang, now }} />
      {floods.map(({ source, at, fresh, listed }) => (
        <p class="notice">
          <MachineText text={source} />: {words.flood(fresh, listed)} <Age {...{ at, lang, now }} />
          . {words.floodHint}
        </p>
      ))}
      <p class="quiet">
        {words.statementsKept}: {statements} {'\u00B7'} {words.owed}: {owed}
      </p>
    </section>
  )
}
