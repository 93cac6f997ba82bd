import { once } from 'node:events'
import { createServer } from 'node:http'

const LISTED = 20

/**
 * A loopback site and receiver in one, for the way from a site to a webhook: `/feed` lists the newest
 * twenty of the statements published so far, `/hook…` takes messages and tells when each came.
 *
 * @returns {Promise<{ origin: string, publish(): void, nextMessage(hook: string): Promise<number>,
 *   close(): Promise<void> }>} `nextMessage`: resolves with `performance.now()` of the next message
 *   to a hook that is not one of `deadHooks`, which are never answered
 */
export async function startChainSite({ deadHooks = [] } = {}) {
  let count = LISTED
  const waiting = new Map()
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      const came = performance.now()
      request.resume()
      if (deadHooks.includes(request.url)) return
      request.on('end', () => {
        response.writeHead(200).end('ok')
        waiting.get(request.url)?.(came)
        waiting.delete(request.url)
      })
      return
    }
    response.writeHead(200, {
      etag: `"${count}"`,
      'content-type': 'application/rss+xml; charset=utf-8',
    })
    response.end(rss(`http://${request.headers.host}`, count))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    publish: () => {
      count++
    },
    nextMessage: (hook) => new Promise((resolve) => waiting.set(hook, resolve)),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function rss(origin, count) {
  const items = Array.from({ length: LISTED }, (_, n) => item(origin, count - n)).join('')
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour council</title><link>${origin}/</link><description>Statements</description>${items}</channel></rss>`
}

function item(origin, n) {
  const sentence = `The council of the harbour says in statement ${n} that the lighthouse stays lit, and names who kept the watch. `
  return `<item><title>On the lighthouse, ${n}</title><link>${origin}/statements/${n}</link><guid>${origin}/statements/${n}</guid><content:encoded><![CDATA[<p>${sentence.repeat(12)}</p>]]></content:encoded></item>`
}
