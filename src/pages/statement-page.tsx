import { MACHINE_NOTICE, completed } from '../feeds/feed-words.ts'
import { machineHtml } from '../feeds/machine-entry.ts'
import type { PublisherFace } from '../feeds/snapshot.ts'
import { webLink } from '../feeds/web-link.ts'
import type { MachineVersion } from '../statements/machine-version.ts'
import type { PublishedStatement } from '../statements/revision-list.ts'
import type { Statement, Translation } from '../statements/statement.ts'
import { translationState } from '../statements/translation-state.ts'
import { type Language, directionOf, type Words } from '../text/language.ts'
import { ClusterList } from './cluster-list.tsx'
import { DIFF_WORDS } from './diff-words-table.ts'
import { feedLinks } from './feed-links.ts'
import { raw } from './jsx-runtime.ts'
import { Layout } from './layout.tsx'
import { MachineText, MixedText } from './mixed-text.tsx'
import { Age, Moment, PublishedDate } from './moment.tsx'
import { Citation } from './citation.tsx'
import { pagePath, publisherPath, statementPath } from './page-path.ts'
import { RevisionList } from './revision-list.tsx'
import { titleOf } from './statement-title.ts'
import { PAGE_WORDS } from './words-table.ts'

export interface StatementPageProps {
  readonly lang: Language
  readonly baseUrl: string
  readonly published: PublishedStatement
  /** The same statement in the other language, where it is known and still there. */
  readonly partner?: Statement | undefined
  /** The public list: the publisher may not be in it any more. */
  readonly publishers: readonly Pick<PublisherFace, 'id' | 'name'>[]
  readonly now: Date
}

/** `/statements/{id}`: one statement in both languages, its dates, its wordings. */
export function StatementPage(props: StatementPageProps) {
  const { lang, baseUrl, published, partner, publishers, now } = props
  const { statement, revisions, cluster = [] } = published
  const { publisher, language } = statement
  const face = publishers.find(({ id }) => id === publisher)
  const name = completed(face?.name ?? { ar: '', en: '' }, publisher)
  const title = titleOf(statement)
  const machine = partner === undefined ? published.machine : undefined
  const isAlone = partner === undefined && machine === undefined
  return (
    <Layout
      {...{ lang, baseUrl, title }}
      path={statementPath(statement.id)}
      feeds={feedLinks(baseUrl, publisher, name, [language, 'both'])}
    >
      <div class={isAlone ? 'reading' : ''}>
        {statement.state === 'withdrawn' && <WithdrawnNotice lang={lang} />}
        {statement.divergedSince !== undefined && <p class="notice">{DIFF_WORDS[lang].diverged}</p>}
        <div class={isAlone ? '' : 'beside'}>
          <Whole {...{ statement, name, lang }} isFirst={true} />
          {partner !== undefined && (
            <Whole {...{ name, lang }} statement={partner} isFirst={false} />
          )}
          {machine !== undefined && <Machine {...{ machine, name }} />}
        </div>
        <Facts
          {...{ published, lang, now }}
          count={Math.max(revisions.length, statement.revision)}
        />
        <Citation {...{ statement, name, lang, baseUrl }} />
        <RevisionList {...{ lang, published }} />
        {cluster.length > 0 && <ClusterList {...{ lang, cluster, publishers }} id={statement.id} />}
      </div>
    </Layout>
  )
}

interface WholeProps extends BylineProps {
  readonly isFirst: boolean
}

/** One language's text; the page is named after the first. */
function Whole({ statement, name, lang, isFirst }: WholeProps) {
  const { language } = statement
  const title = <MixedText text={titleOf(statement)} language={language} />
  return (
    <article class="whole" lang={language} dir={directionOf(language)}>
      <Byline {...{ statement, name, lang }} />
      {isFirst ? <h1>{title}</h1> : <h2>{title}</h2>}
      <Body statement={statement} />
    </article>
  )
}

/** What a machine made, in its own direction: above all it says what it is, and what it is not. */
function Machine({ machine, name }: { readonly machine: MachineVersion; readonly name: Words }) {
  const { language, title, model } = machine
  return (
    <article class="whole" lang={language} dir={directionOf(language)}>
      <p>
        <strong class="mark">{PAGE_WORDS[language].machine}</strong>{' '}
        <MixedText text={MACHINE_NOTICE[language](name[language], model)} language={language} />
      </p>
      <h2>
        <MixedText text={titleOf({ title, html: '', language })} language={language} />
      </h2>
      <div class="body">{raw(machineHtml(machine))}</div>
    </article>
  )
}

function WithdrawnNotice({ lang }: { readonly lang: Language }) {
  const words = PAGE_WORDS[lang]
  return (
    <p class="notice withdrawn">
      <strong>{words.withdrawnBanner}</strong> {words.withdrawnHint}
    </p>
  )
}

interface BylineProps {
  readonly statement: Statement
  readonly name: Words
  readonly lang: Language
}

/** In the statement's language, as all that stands inside its article. */
function Byline({ statement, name, lang }: BylineProps) {
  const { language, published, url, author } = statement
  const words = PAGE_WORDS[language]
  const link = webLink(url)
  return (
    <>
      <p class="byline">
        <a href={pagePath(publisherPath(statement.publisher), lang)}>
          <MixedText text={name[language]} language={language} />
        </a>
        {author !== undefined && author !== name[language] && (
          <span>
            {words.writtenBy} <bdi>{author}</bdi>
          </span>
        )}
        {published === null ? (
          <span>{words.undated}</span>
        ) : (
          <PublishedDate at={published} lang={language} />
        )}
      </p>
      <p class="original">
        {link === undefined ? (
          words.noAddress
        ) : (
          <a href={link} rel="noopener noreferrer">
            {words.readAtPublisher} (<MachineText text={new URL(link).host} />)
          </a>
        )}
      </p>
    </>
  )
}

function Body({ statement: { html, language } }: { readonly statement: Statement }) {
  const isEmpty = html.trim() === ''
  return (
    <div class="body" lang={language} dir={directionOf(language)}>
      {/* Sanitised when it was read (sources/sanitise-html.ts): the one text that is not escaped. */}
      {isEmpty ? <p class="quiet">{PAGE_WORDS[language].emptyBody}</p> : raw(html)}
    </div>
  )
}

interface FactsProps {
  readonly published: PublishedStatement
  readonly lang: Language
  readonly now: Date
  /** Wordings so far. */
  readonly count: number
}

function Facts({ published, lang, now, count }: FactsProps) {
  const words = PAGE_WORDS[lang]
  const { statement, awaitsUntil } = published
  const state = translationState(statement, awaitsUntil, now.toISOString())
  const { firstSeen, updated, revision, translation } = statement
  return (
    <dl class="facts">
      <dt>{words.firstSeen}</dt>
      <dd>
        <Moment at={firstSeen} lang={lang} /> (<Age at={firstSeen} {...{ lang, now }} />)
      </dd>
      {revision > 1 && (
        <>
          <dt>{words.lastRevised}</dt>
          <dd>
            <Moment at={updated} lang={lang} />
          </dd>
        </>
      )}
      <dt>{words.currentWording}</dt>
      <dd>{words.wording(revision, count)}</dd>
      <dt>{words.translation}</dt>
      <dd>
        {translation !== null && <TranslationLink {...{ translation, lang }} />}
        {state === 'not-expected' && words.notExpected}
        {state === 'awaited' && (
          <>
            {words.awaitedUntil} <Moment at={awaitsUntil ?? ''} lang={lang} />
          </>
        )}
      </dd>
    </dl>
  )
}

function TranslationLink({
  translation,
  lang,
}: {
  readonly translation: Translation
  readonly lang: Language
}) {
  const { id, language } = translation
  const title = titleOf({ ...translation, html: '' })
  return (
    <a
      href={pagePath(statementPath(id), lang)}
      lang={language}
      dir={directionOf(language)}
      hreflang={language}
    >
      <MixedText text={title} language={language} />
    </a>
  )
}
