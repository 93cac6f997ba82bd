import { completed } from '../feeds/feed-words.ts'
import { type Language, directionOf, type Words } from '../text/language.ts'
import type { Mark } from '../text/marks.ts'
import { Marked } from './marked.tsx'
import { MixedText } from './mixed-text.tsx'
import { Moment, PublishedDate } from './moment.tsx'
import { pagePath, publisherPath, statementPath } from './page-path.ts'
import { titleOf } from './statement-title.ts'
import { PAGE_WORDS } from './words-table.ts'

/** A statement that answers a search, with what was asked for marked in it. */
export interface FoundStatement {
  readonly id: string
  readonly publisher: string
  readonly language: Language
  readonly title: string
  readonly published: string | null
  readonly firstSeen: string
  readonly state: string
  readonly revision: number
  readonly translation: { readonly id: string } | null
  readonly marks: readonly Mark[]
  readonly snippet: { readonly text: string; readonly marks: readonly Mark[] }
}

export interface Found {
  readonly statements: readonly FoundStatement[]
  /** Address of the next page, also of an empty one; undefined where all was searched. */
  readonly next: string | undefined
}

interface SearchResultsProps {
  readonly lang: Language
  readonly found: Found
  readonly names: ReadonlyMap<string, Words>
}

/** What a search found, newest first. */
export function SearchResults({ lang, found, names }: SearchResultsProps) {
  const words = PAGE_WORDS[lang]
  return (
    <section aria-labelledby="found">
      <h2 id="found">{words.found}</h2>
      {found.statements.length === 0 && (
        <p class="notice">{found.next === undefined ? words.nothingFound : words.nothingSoFar}</p>
      )}
      <ol class="rows">
        {found.statements.map((statement) => (
          <FoundCard {...{ lang, statement, names }} />
        ))}
      </ol>
      {found.next !== undefined && (
        <p>
          <a href={found.next} rel="next">
            {words.older}
          </a>
        </p>
      )}
    </section>
  )
}

interface FoundCardProps extends Pick<SearchResultsProps, 'lang' | 'names'> {
  readonly statement: FoundStatement
}

/** In the statement's own language, as on the front page. */
function FoundCard({ lang, statement, names }: FoundCardProps) {
  const { id, publisher, language, published, firstSeen, state, translation } = statement
  const words = PAGE_WORDS[language]
  const name = names.get(publisher) ?? completed({ ar: '', en: '' }, publisher)
  return (
    <li class="statement" lang={language} dir={directionOf(language)}>
      <p class="byline">
        <a href={pagePath(publisherPath(publisher), lang)}>
          <MixedText text={name[language]} language={language} />
        </a>
        {published === null ? (
          <span>
            {words.firstSeen} <Moment at={firstSeen} lang={language} />
          </span>
        ) : (
          <PublishedDate at={published} lang={language} />
        )}
        {statement.revision > 1 && <span class="mark">{words.revised}</span>}
        {state === 'withdrawn' && <strong class="mark withdrawn">{words.withdrawn}</strong>}
      </p>
      <h3>
        <a href={pagePath(statementPath(id), lang)}>
          <TitleOf {...{ statement }} />
        </a>
      </h3>
      <p>
        <Marked {...statement.snippet} language={language} />
      </p>
      {translation !== null && (
        <p class="more">
          <a href={pagePath(statementPath(translation.id), lang)}>{words.translation}</a>
        </p>
      )}
    </li>
  )
}

/** Marks belong to the title as it is kept; one that must be mended for display is shown without. */
function TitleOf({ statement }: { readonly statement: FoundStatement }) {
  const { title, marks, language } = statement
  const shown = titleOf({ title, html: '', language })
  return <Marked text={shown} marks={shown === title ? marks : []} language={language} />
}
