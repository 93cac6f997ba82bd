import type { PublisherFace } from '../feeds/snapshot.ts'
import { directionOf, type Language } from '../text/language.ts'
import type { Alert, AlsoAt } from '../watches/alert.ts'
import type { DigestEntry } from './delivery.ts'
import { MESSAGE_WORDS } from './message-words-table.ts'
import { linkable, pageAddress } from './page-address.ts'
import { isolate, oneLine, type Span } from './plain-text.ts'
import type { Line } from './telling.ts'

/** Part of the bounds of `alert-lines.ts`. */
const MOST = { name: 40, address: 250 }

/** Other publishers of the same text, each with its link: no message comes of theirs. */
export function alsoAt({ also = [], statement: { language } }: Alert, baseUrl: string): Line[] {
  const spans = namesOf(also, language, baseUrl)
  return spans.length === 0
    ? []
    : [{ role: 'also', spans: [{ text: `${MESSAGE_WORDS[language].also}: ` }, ...spans] }]
}

/** Publishers of nearly the same text that were told of before, and what each says otherwise. */
export function nearCopies(
  { toldBefore = [], statement: { language } }: Alert,
  baseUrl: string,
): Line[] {
  if (toldBefore.length === 0) return []
  const words = MESSAGE_WORDS[language]
  const spans = namesOf(toldBefore, language, baseUrl, ({ differs }) => {
    const why = words.differs[differs]
    return why === '' ? [] : [{ text: ` (${why})` }]
  })
  return [{ role: 'near', spans: [{ text: `${words.toldBefore}: ` }, ...spans] }]
}

function namesOf<Place extends AlsoAt>(
  places: readonly Place[],
  language: Language,
  baseUrl: string,
  behind: (place: Place) => readonly Span[] = () => [],
): Span[] {
  return places.flatMap((place, index) => {
    const { publisher, statement } = place
    const text = placeName(publisher, language)
    const url = linkable(statement.url, MOST.address) ?? pageAddress(baseUrl, statement.id)
    const before = index === 0 ? [] : [{ text: MESSAGE_WORDS[language].comma }]
    return [...before, ...isolate([{ text, url }], directionOf(language)), ...behind(place)]
  })
}

/** The same in a digest, whose lines are short: the first name, and how many more there are. */
export function placesInBrief(entry: DigestEntry): Span[] {
  const { also = [], toldBefore = [], statement } = entry
  const words = MESSAGE_WORDS[statement.language]
  return [
    ...inBrief(words.toldBefore, toldBefore, statement.language),
    ...inBrief(words.also, also, statement.language),
  ]
}

function inBrief(label: string, places: readonly AlsoAt[], language: Language): Span[] {
  const [first, ...more] = places
  if (first === undefined) return []
  const name = isolate([{ text: placeName(first.publisher, language) }], directionOf(language))
  const count = more.length === 0 ? '' : ` +${more.length}`
  return [{ text: ` \u00B7 ${label}: ` }, ...name, { text: count }]
}

function placeName(publisher: PublisherFace, language: Language): string {
  return oneLine(publisher.name[language], MOST.name) || publisher.id
}
