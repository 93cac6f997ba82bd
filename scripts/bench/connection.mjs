import { Agent, request } from 'node:http'

/** One kept-alive connection to a runtime: calls go one after another, answers are read whole. */
export function openConnection(url) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return {
    /** @returns {Promise<{ status: number, headers: object, body: Buffer }>} */
    get: (path, headers = {}) =>
      new Promise((resolve, reject) => {
        request(`${url}${path}`, { agent, headers }, (response) => {
          const chunks = []
          response.on('data', (chunk) => chunks.push(chunk))
          response.on('end', () => {
            const { statusCode: status, headers: answered } = response
            resolve({ status, headers: answered, body: Buffer.concat(chunks) })
          })
          response.on('error', reject)
        })
          .on('error', reject)
          .end()
      }),
    close: () => agent.destroy(),
  }
}
