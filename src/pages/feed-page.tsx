import { shownTitle } from '../feeds/entry-title.ts'
import {
  type FeedLanguage,
  FEED_LANGUAGES,
  feedAddresses,
  feedPath,
  ALL,
} from '../feeds/feed-address.ts'
import { type FeedKind, pathOf, titleOf } from '../feeds/feed-kind.ts'
import { inLanguage } from '../feeds/feed-words.ts'
import type { Snapshot } from '../feeds/snapshot.ts'
import { plainText } from '../feeds/xml-bytes.ts'
import { type Language, directionOf, type Words } from '../text/language.ts'
import { FORMAT_NAMES, FORMAT_ORDER, announced, feedLinks } from './feed-links.ts'
import { FEED_PAGE_WORDS } from './feed-page-words.ts'
import { Layout } from './layout.tsx'
import { MixedText } from './mixed-text.tsx'
import { pagePath } from './page-path.ts'
import { StatementList } from './statement-list.tsx'
import { PAGE_WORDS } from './words-table.ts'

export interface FeedPageProps {
  readonly lang: Language
  /** Public address of this deployment, without a slash at the end. */
  readonly baseUrl: string
  /** The publisher's id, or `all`. */
  readonly of: string
  readonly name: Words
  readonly kind: FeedKind
  readonly language: FeedLanguage
  /** What the feed holds; undefined while nothing was published. */
  readonly snapshot: Snapshot | undefined
}

/** `/feeds/{publisher}/{language}`: what a person gets who opens a feed's page. No XSLT is needed. */
export function FeedPage(props: FeedPageProps) {
  const { lang, baseUrl, of, name, kind, language, snapshot } = props
  const words = FEED_PAGE_WORDS[lang]
  const path = pathOf(kind, of, language)
  const title = inLanguage(titleOf(kind, name), language)
  const addresses = feedAddresses(baseUrl, path)
  const own = kind.kind === 'newest' ? [] : announced(addresses, title, undefined)
  return (
    <Layout
      {...{ lang, baseUrl, path, title }}
      feeds={[...own, ...feedLinks(baseUrl, of, name, [language])]}
    >
      <h1>
        <MixedText text={title} language={lang} />
      </h1>
      <p class="lead">{words.whatIsThis}</p>
      <h2>{words.address}</h2>
      <dl class="addresses">
        {FORMAT_ORDER.map((format) => (
          <div>
            <dt>
              <a href={addresses[format]}>
                <bdi dir="ltr">{FORMAT_NAMES[format]}</bdi>
              </a>
            </dt>
            <dd>
              <code class="address" dir="ltr">
                {addresses[format]}
              </code>
            </dd>
          </div>
        ))}
      </dl>
      <h2>{words.addTo}</h2>
      <Links links={readersOf(addresses.atom, words.thisDevice)} />
      <h2>{PAGE_WORDS[lang].feeds}</h2>
      <Links links={otherFeeds(props)} />
      <h2>{PAGE_WORDS[lang].newest}</h2>
      {snapshot === undefined || snapshot.entries.length === 0 ? (
        <p class="notice">{PAGE_WORDS[lang].nothingYet}</p>
      ) : (
        <Contents {...{ lang, kind, snapshot }} />
      )}
    </Layout>
  )
}

type Link = readonly [text: string, address: string]

function Links({ links }: { readonly links: readonly Link[] }) {
  return (
    <ul class="inline">
      {links.map(([text, address]) => (
        <li>
          <a href={address} rel="noopener noreferrer">
            <bdi>{text}</bdi>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Readers on the web that take a feed's address in one of theirs. */
const READERS: readonly Link[] = [
  ['Feedly', 'https://feedly.com/i/subscription/feed/'],
  ['Inoreader', 'https://www.inoreader.com/?add_feed='],
  ['Feedbin', 'https://feedbin.com/?subscribe='],
  ['NewsBlur', 'https://www.newsblur.com/?url='],
]

function readersOf(address: string, thisDevice: string): Link[] {
  const encoded = encodeURIComponent(address)
  return [
    [thisDevice, `feed:${address}`],
    ...READERS.map(([name, before]): Link => [name, before + encoded]),
  ]
}

function otherFeeds({ lang, of, kind, language, snapshot }: FeedPageProps): Link[] {
  const words = FEED_PAGE_WORDS[lang]
  const { languageNames, bothLanguages } = PAGE_WORDS[lang]
  const path = pathOf(kind, of, language)
  const places: Link[] = FEED_LANGUAGES.map((other) => [
    other === 'both' ? bothLanguages : languageNames[other],
    feedPath(of, other),
  ])
  if (of !== ALL) places.push([words.edits, feedPath(of, 'edits')])
  places.push([words.withdrawn, feedPath(of, 'withdrawn')])
  const links = places
    .filter(([, other]) => other !== path)
    .map(([text, other]): Link => [text, pagePath(other, lang)])
  const month = snapshot?.chain?.previous ?? null
  if (month === null || kind.kind !== 'newest') return links
  return [...links, [words.archive, `${pathOf({ kind: 'archive', month }, of, language)}.atom`]]
}

function Contents({
  lang,
  kind,
  snapshot,
}: Pick<FeedPageProps, 'lang' | 'kind'> & { readonly snapshot: Snapshot }) {
  if (kind.kind !== 'edits') return <StatementList {...{ lang, snapshot }} />
  // An edit is no statement: it has no page, and stands beside no translation.
  return (
    <ol class="rows">
      {snapshot.entries.map((entry) => (
        <li class="row" lang={entry.language} dir={directionOf(entry.language)}>
          <a href={entry.link ?? undefined} rel="noopener noreferrer">
            {shownTitle(entry)}
          </a>
          <p>{plainText(entry.summary)}</p>
        </li>
      ))}
    </ol>
  )
}
