import {
  FEED_LANGUAGES,
  type FeedLanguage,
  feedAddresses,
  feedPath,
} from '../feeds/feed-address.ts'
import { completed } from '../feeds/feed-words.ts'
import { FEED_FORMATS } from '../feeds/formats.ts'
import type { PublicPublisher } from '../platform/published.ts'
import type { Language } from '../text/language.ts'
import { FEED_PAGE_WORDS } from './feed-page-words.ts'
import { FORMAT_NAMES, FORMAT_ORDER } from './feed-links.ts'
import { MixedText } from './mixed-text.tsx'
import { pagePath } from './page-path.ts'
import type { PageWords } from './page-words.ts'
import { TableHead } from './table-head.tsx'
import { PAGE_WORDS } from './words-table.ts'

interface FeedTableProps {
  readonly lang: Language
  readonly baseUrl: string
  readonly publishers: readonly Pick<PublicPublisher, 'id' | 'name' | 'languages'>[]
  /** With the feeds of all publishers together, and their OPML. */
  readonly withAll: boolean
}

/** The addresses of the feeds: a row a publisher, a column a language, in each the formats. */
export function FeedTable({ lang, baseUrl, publishers, withAll }: FeedTableProps) {
  const words = PAGE_WORDS[lang]
  return (
    <section id="feeds" aria-labelledby="feeds-title">
      <h2 id="feeds-title">{words.feeds}</h2>
      <p>
        <MixedText text={words.feedsHint} language={lang} />
      </p>
      <table class="stacked">
        <TableHead
          columns={[
            words.publisher,
            ...FEED_LANGUAGES.map((language) => columnName(words, language)),
          ]}
        />
        <tbody>
          {withAll && (
            <FeedRow of="all" name={words.all} {...{ lang, baseUrl }} languages={['ar', 'en']} />
          )}
          {publishers.map(({ id, name, languages }) => (
            <FeedRow of={id} name={completed(name, id)[lang]} {...{ lang, baseUrl, languages }} />
          ))}
        </tbody>
      </table>
      {withAll && (
        <p>
          <a href="/feeds.opml">
            <MixedText text={words.opml} language={lang} />
          </a>
          {': '}
          {words.opmlHint}
        </p>
      )}
    </section>
  )
}

interface FeedRowProps {
  readonly of: string
  readonly name: string
  readonly lang: Language
  readonly baseUrl: string
  /** The languages that the publisher has sources in: an empty feed is no use to anybody. */
  readonly languages: readonly Language[]
}

function FeedRow({ of, name, lang, baseUrl, languages }: FeedRowProps) {
  const words = PAGE_WORDS[lang]
  return (
    <tr>
      <th scope="row">
        <MixedText text={name} language={lang} />
      </th>
      {FEED_LANGUAGES.map((language) => (
        <td data-label={columnName(words, language)}>
          {isOffered(language, languages) ? (
            <Formats {...{ of, language, baseUrl, lang }} />
          ) : (
            '\u2013'
          )}
        </td>
      ))}
    </tr>
  )
}

function isOffered(language: FeedLanguage, languages: readonly Language[]): boolean {
  return language === 'both' ? languages.length > 1 : languages.includes(language)
}

interface FormatsProps {
  readonly of: string
  readonly language: FeedLanguage
  readonly baseUrl: string
  readonly lang: Language
}

function Formats({ of, language, baseUrl, lang }: FormatsProps) {
  const addresses = feedAddresses(baseUrl, feedPath(of, language))
  return (
    <span class="formats">
      {FORMAT_ORDER.map((format) => (
        <a href={addresses[format]} type={FEED_FORMATS[format].mediaType}>
          <bdi dir="ltr">{FORMAT_NAMES[format]}</bdi>
        </a>
      ))}
      <a href={pagePath(feedPath(of, language), lang)}>{FEED_PAGE_WORDS[lang].page}</a>
    </span>
  )
}

function columnName(words: PageWords, language: FeedLanguage): string {
  return language === 'both' ? words.bothLanguages : words.languageNames[language]
}
