import { parseFeed as parseByFeedsmith } from 'feedsmith'
import { parseFeed as parseByHtmlparser2 } from 'htmlparser2'
import RssParser from 'rss-parser'

/** Other people's parsers over one feed, as their documentation shows. None of them cleans html. */
export function feeders(text) {
  const rssParser = new RssParser()
  const checked = (count) => {
    if (count !== 20) throw new Error(`a peer read ${count} entries`)
  }
  return {
    feedsmith: async () => checked(parseByFeedsmith(text).feed.items.length),
    'rss-parser': async () => checked((await rssParser.parseString(text)).items.length),
    htmlparser2: async () => checked(parseByHtmlparser2(text, { xmlMode: true }).items.length),
  }
}
