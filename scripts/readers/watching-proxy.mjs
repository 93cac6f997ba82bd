import { once } from 'node:events'
import { createServer, request as ask } from 'node:http'

/**
 * Stands before the service and writes down what every reader was answered. Readers get its address
 * as `BASE_URL`, so that a feed's own address is the one that was fetched.
 *
 * @returns {Promise<{ url: string, seen: { path: string, status: number }[],
 *   to(origin: string): void, close(): Promise<void> }>}
 */
export async function startWatchingProxy() {
  const seen = []
  let target
  const server = createServer((request, response) => {
    const { method, url: path, headers } = request
    const onward = ask(`${target}${path}`, { method, headers }, (answer) => {
      seen.push({ path, status: answer.statusCode })
      response.writeHead(answer.statusCode, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    seen,
    to: (origin) => {
      target = origin
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
