import { isRecord } from '../text/json.ts'

const SCRIPT = /<script[^<>]*>/gi
const LD = /application\/ld\+json/i
const DATE = /"datePublished"\s*:\s*"([^"]{8,40})"/
/** Nothing else that has a day of publication is the page's text: not the site, an event, a comment. */
const ARTICLE = /(?:article|posting|report|release|statement)$/i
const PAGE = /^(?:webpage|itempage|creativework)$/i
/** Longer ones are lists of other texts. */
const LONGEST = 100_000

/**
 * `datePublished` of the article that a page's JSON-LD describes, else of the page; '' where there is
 * none. What merely stands in the description of something else (comments, a list's entries, the
 * site) is not looked at.
 */
export function jsonLdDate(html: string): string {
  let ofPage = ''
  if (!DATE.test(html)) return ofPage
  for (const text of descriptions(html)) {
    if (text.length > LONGEST || !DATE.test(text)) continue
    for (const thing of described(text)) {
      const type = [thing['@type']].flat().filter((one) => typeof one === 'string')
      const date = thing['datePublished']
      if (typeof date !== 'string') continue
      if (type.some((one) => ARTICLE.test(one))) return date
      if (type.some((one) => PAGE.test(one))) ofPage ||= date
    }
  }
  return ofPage
}

/** No one pattern for start and end: of a hundred thousand starts without an end each would look to the page's end. */
function* descriptions(html: string): Generator<string, void, void> {
  const close = /<\/script/gi
  for (const { 0: tag, index } of html.matchAll(SCRIPT)) {
    const start = index + tag.length
    if (start < close.lastIndex || !LD.test(tag)) continue
    close.lastIndex = start
    const end = close.exec(html)?.index
    if (end === undefined) return
    yield html.slice(start, end)
  }
}

function described(text: string): readonly Record<string, unknown>[] {
  try {
    const value: unknown = JSON.parse(text)
    return [value].flat().flatMap((one) => {
      if (!isRecord(one)) return []
      return [one, one['mainEntity'], one['@graph']].flat().filter(isRecord)
    })
  } catch {
    // A line break inside a text makes it no JSON, and the date is there all the same.
    const type = /"@type"\s*:\s*"([^"]{1,40})"/.exec(text)?.[1]
    return [{ '@type': type, datePublished: DATE.exec(text)?.[1] }]
  }
}
