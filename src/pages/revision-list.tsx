import { CHANGE_CLASS_WORDS } from '../statements/change-class-words-table.ts'
import type { PublishedStatement } from '../statements/revision-list.ts'
import { type Language, directionOf } from '../text/language.ts'
import { MixedText } from './mixed-text.tsx'
import { Moment } from './moment.tsx'
import { diffPath, pagePath } from './page-path.ts'
import { DIFF_WORDS } from './diff-words-table.ts'
import { titleOf } from './statement-title.ts'
import { PAGE_WORDS } from './words-table.ts'

interface RevisionListProps {
  readonly lang: Language
  readonly published: PublishedStatement
}

/** Every wording of a statement by number, time and title; the texts are one link away. */
export function RevisionList({ lang, published }: RevisionListProps) {
  const words = PAGE_WORDS[lang]
  const { statement, revisions } = published
  const { id, language } = statement
  return (
    <section aria-labelledby="revisions-title">
      <h2 id="revisions-title">{words.wordings}</h2>
      <p class="quiet">{words.wordingsHint}</p>
      <ol class="revisions">
        {revisions.map(({ number, seen, title, class: kind }) => (
          <li value={number}>
            <Moment at={seen} lang={lang} />
            {': '}
            <bdi lang={language} dir={directionOf(language)}>
              <MixedText text={titleOf({ title, html: '', language })} language={language} />
            </bdi>
            {number === statement.revision && <span class="mark">{words.currentWording}</span>}
            {number > 1 && (
              <>
                {' '}
                <a href={pagePath(diffPath(id, number), lang)}>{DIFF_WORDS[lang].whatChanged}</a>
              </>
            )}
            {kind !== undefined && <span class="quiet"> {CHANGE_CLASS_WORDS[lang][kind]}</span>}
          </li>
        ))}
      </ol>
      <p>
        <a href={`/api/v1/statements/${encodeURIComponent(id.toWellFormed())}/revisions`}>
          <MixedText text={words.wordingsAsData} language={lang} />
        </a>
      </p>
    </section>
  )
}
