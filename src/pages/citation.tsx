import { webLink } from '../feeds/web-link.ts'
import type { Statement } from '../statements/statement.ts'
import type { Language, Words } from '../text/language.ts'
import { momentWords, publishedWords } from './date-words.ts'
import { MixedText } from './mixed-text.tsx'
import { statementPath } from './page-path.ts'
import { titleOf } from './statement-title.ts'
import { PAGE_WORDS } from './words-table.ts'

interface CitationProps {
  readonly statement: Statement
  readonly name: Words
  readonly lang: Language
  readonly baseUrl: string
}

/** A statement as a footnote names it: who, what, when, where, and which wording was seen. */
export function citationOf({ statement, name, baseUrl }: CitationProps): string {
  const { language, published, url, revision, updated, contentHash, id } = statement
  const words = PAGE_WORDS[language]
  const comma = language === 'ar' ? '\u060C' : ','
  const quoted = language === 'ar' ? `«${titleOf(statement)}»` : `“${titleOf(statement)}”`
  const day = published === null ? words.undated : publishedWords(published, language)
  const seen = `${words.wording(revision, revision).split(' ').slice(0, 2).join(' ')}${comma} ${words.seenOn} ${momentWords(updated, language) ?? updated}`
  const print = `${words.hash} ${contentHash.slice(0, 16)}`
  const ours = baseUrl + statementPath(id)
  return `${name[language]}. ${quoted}. ${day ?? ''}. ${webLink(url) ?? ''} (${seen}${comma} ${print}${comma} ${ours})`
}

/** The citation, with a button that copies it where a script can. */
export function Citation(props: CitationProps) {
  const { statement, lang } = props
  const words = PAGE_WORDS[lang]
  const citation = citationOf(props)
  return (
    <details class="cite">
      <summary>{words.cite}</summary>
      <p lang={statement.language} dir="auto">
        <MixedText text={citation} language={statement.language} />
      </p>
      <button type="button" class="plain" data-copy={citation} hidden={true}>
        {words.copy}
      </button>
    </details>
  )
}
