import { once } from 'node:events'
import { createServer } from 'node:http'

const OLD_STATEMENTS = 30
/** An address that ends so is another publisher's copy: the same text, word for word. */
export const COPY = '/copy'

/**
 * A loopback site with several sources: `/feed/0`, `/feed/1` … are RSS feeds with full content that
 * list every statement published so far, newest first, and answer 304 to the validator they gave.
 * Each starts with old statements: the first poll takes them as baseline, and what is published while
 * the service is down never fills half of the list, which would be a flood and wait for the operator.
 *
 * @param {number} feeds how many
 * @returns {Promise<{ origin: string, publish(feed: number, path: string): void,
 *   close(): Promise<void> }>} `path` names a statement (`/statements/7`); its text matches the
 *   watch of the trial
 */
export async function startSourceSite(feeds) {
  const items = Array.from({ length: feeds }, (_, feed) =>
    Array.from({ length: OLD_STATEMENTS }, (_unused, n) => `/old/${feed}/${n}`),
  )
  const server = createServer((request, response) => {
    const listed = items[Number(request.url.split('/')[2])]
    if (listed === undefined) {
      response.writeHead(404).end()
      return
    }
    const etag = `"${listed.length}"`
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end()
      return
    }
    response.writeHead(200, { etag, 'content-type': 'application/rss+xml; charset=utf-8' })
    response.end(rss(`http://${request.headers.host}`, listed))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    publish: (feed, path) => {
      items[feed].unshift(path)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function rss(origin, items) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour council</title><link>${origin}/</link><description>Statements</description>
${items.map((path) => item(origin, path)).join('\n')}
</channel></rss>`
}

/** Wordings differ from statement to statement: equal texts would be one statement republished. */
function item(origin, path) {
  const name = path.replace(COPY, '').replace(/^\//, '').replaceAll('/', ' ')
  return `<item><title>On the lighthouse: ${name}</title><link>${origin}${path}</link>
<guid isPermaLink="true">${origin}${path}</guid>
<content:encoded><![CDATA[<p>The council says about ${name} that the lighthouse stays lit.</p>
<p>Paragraph two of ${name} names the harbour, the pier and the tide of that day.</p>]]></content:encoded></item>`
}
