import { CHANGE_CLASS_WORDS } from '../statements/change-class-words-table.ts'
import type { DiffPart } from '../statements/word-diff.ts'
import { wordDiff } from '../statements/word-diff.ts'
import type { Revision, Statement } from '../statements/statement.ts'
import { type Language, directionOf } from '../text/language.ts'
import { DIFF_WORDS } from './diff-words-table.ts'
import { Layout } from './layout.tsx'
import { MixedText } from './mixed-text.tsx'
import { Moment } from './moment.tsx'
import { diffPath, pagePath, statementPath } from './page-path.ts'

interface DiffPageProps {
  readonly lang: Language
  readonly baseUrl: string
  readonly statement: Pick<Statement, 'id' | 'language'>
  readonly before: Revision
  readonly after: Revision
}

/** `/statements/{id}/revisions/{number}`: what a wording changed in the one before it. */
export function DiffPage({ lang, baseUrl, statement, before, after }: DiffPageProps) {
  const { id, language } = statement
  const words = DIFF_WORDS[lang]
  const heading = words.heading(before.number, after.number)
  return (
    <Layout {...{ lang, baseUrl }} title={heading} path={diffPath(id, after.number)} feeds={[]}>
      <h1>{heading}</h1>
      <p>
        <a href={pagePath(statementPath(id), lang)}>{words.toStatement}</a>
      </p>
      <dl class="facts">
        <dt>{words.older}</dt>
        <dd>
          <Moment at={before.seen} lang={lang} />
        </dd>
        <dt>{words.newer}</dt>
        <dd>
          <Moment at={after.seen} lang={lang} />
          {after.class !== undefined && ` (${CHANGE_CLASS_WORDS[lang][after.class]})`}
        </dd>
      </dl>
      <p class="quiet">{words.hint}</p>
      <h2>{words.title}</h2>
      <Diff {...{ language, lang }} from={before.title} to={after.title} same={words.sameTitle} />
      <h2>{words.text}</h2>
      <Diff {...{ language, lang }} from={before.text} to={after.text} same={words.sameText} />
    </Layout>
  )
}

interface DiffProps {
  readonly language: Language
  readonly from: string
  readonly to: string
  /** Said above the text where no word differs. */
  readonly same: string
}

/** Both wordings in one text, in the statement's own direction. */
function Diff({ language, from, to, same }: DiffProps) {
  const { parts, changes } = wordDiff(from, to)
  return (
    <>
      {changes.length === 0 && <p class="quiet">{same}</p>}
      <div class="diff" lang={language} dir={directionOf(language)}>
        {parts.map((part) => (
          <Part part={part} language={language} />
        ))}
      </div>
    </>
  )
}

function Part({ part, language }: { readonly part: DiffPart; readonly language: Language }) {
  const text = <MixedText text={part.text} language={language} />
  switch (part.kind) {
    case 'removed':
      return <del>{text}</del>
    case 'added':
      return <ins>{text}</ins>
    case 'respelled':
      return (
        <>
          <del class="spelling">
            <MixedText text={part.before} language={language} />
          </del>
          <ins class="spelling">{text}</ins>
        </>
      )
    case 'same':
      return text
  }
}
