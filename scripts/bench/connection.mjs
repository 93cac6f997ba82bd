import { Agent, request } from 'node:http'

/** One kept-alive connection to a runtime: calls go one after another, answers are read whole. */
export function openConnection(url) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  /** @returns {Promise<{ status: number, headers: object, body: Buffer }>} */
  const call = (path, options, body) =>
    new Promise((resolve, reject) => {
      request(`${url}${path}`, { agent, ...options }, (response) => {
        const chunks = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () => {
          const { statusCode: status, headers: answered } = response
          resolve({ status, headers: answered, body: Buffer.concat(chunks) })
        })
        response.on('error', reject)
      })
        .on('error', reject)
        .end(body)
    })
  return {
    get: (path, headers = {}) => call(path, { headers }),
    post: (path, body) => call(path, { method: 'POST' }, body),
    close: () => agent.destroy(),
  }
}
