import { type Language, directionOf } from '../../text/language.ts'
import type { Mark } from '../../text/marks.ts'
import { Marked } from '../marked.tsx'
import { MixedText } from '../mixed-text.tsx'
import { PublishedDate } from '../moment.tsx'
import { pagePath, statementPath } from '../page-path.ts'
import { deskWords } from './desk-words.ts'
import type { DeskRefusal } from './refusal.ts'

/** What a question catches in the archive. */
export interface Hits {
  readonly searched: number
  /** All that were caught; `statements` are the newest of them. */
  readonly count: number
  /** Alerts a week, where it can be told. */
  readonly aWeek: number | undefined
  /** Where not everything was searched: what is dated after this was. */
  readonly reached: string | undefined
  /** What speaks against the question, in the interface's language. */
  readonly warnings: readonly string[]
  readonly statements: readonly {
    readonly id: string
    readonly language: Language
    readonly title: string
    readonly published: string | null
    readonly marks: readonly Mark[]
    readonly snippet: { readonly text: string; readonly marks: readonly Mark[] } | undefined
  }[]
}

interface HitsProps {
  readonly lang: Language
  /** Undefined where nothing was asked yet. */
  readonly hits: Hits | undefined
  readonly refusal: DeskRefusal | undefined
}

const SHOWN = 20

/** The archive's answer, which changes as the question is typed. */
export function HitsPart({ lang, hits, refusal }: HitsProps) {
  const t = deskWords(lang)
  const fault = refusal?.fields.get('query')?.[lang]
  return (
    <section id="hits" aria-live="polite" aria-labelledby="hits-title">
      <h2 id="hits-title">{t('hits')}</h2>
      {fault !== undefined && (
        <p class="notice failed">
          <MixedText text={fault} language={lang} />
        </p>
      )}
      {hits !== undefined && <Caught {...{ lang, hits }} />}
    </section>
  )
}

function Caught({ lang, hits }: { readonly lang: Language; readonly hits: Hits }) {
  const t = deskWords(lang)
  const { searched, count, aWeek, reached, warnings, statements } = hits
  return (
    <>
      <p>
        <strong>{count}</strong> {t('hitsOf')} {searched}
        {aWeek !== undefined && (
          <>
            {' \u00B7 '}
            <strong>{aWeek}</strong> {t('aWeek')}
          </>
        )}
      </p>
      {reached !== undefined && (
        <p class="notice">
          {t('olderUnsearched')} {t('searchedTo')} <PublishedDate at={reached} lang={lang} />
        </p>
      )}
      {warnings.map((warning) => (
        <p class="notice">
          <MixedText text={warning} language={lang} />
        </p>
      ))}
      {statements.length === 0 && reached === undefined && <p class="quiet">{t('noHits')}</p>}
      <ol class="rows">
        {statements.slice(0, SHOWN).map((statement) => (
          <Hit {...{ lang, statement }} />
        ))}
      </ol>
    </>
  )
}

function Hit({
  lang,
  statement,
}: {
  readonly lang: Language
  readonly statement: Hits['statements'][number]
}) {
  const { id, language, title, published, marks, snippet } = statement
  return (
    <li class="statement" lang={language} dir={directionOf(language)}>
      <h3>
        <a href={pagePath(statementPath(id), lang)}>
          <Marked text={title} {...{ marks, language }} />
        </a>
      </h3>
      {published !== null && (
        <p class="byline">
          <PublishedDate at={published} lang={language} />
        </p>
      )}
      {snippet !== undefined && (
        <p>
          <Marked {...snippet} language={language} />
        </p>
      )}
    </li>
  )
}
