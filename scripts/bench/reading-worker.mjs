import { bareRewriter, hostileReading, READINGS } from './reading-work.mjs'

/** Enough readings a call that the call itself does not count. */
const READINGS_A_CALL = 5

/** Reads the document that was sent last. It is made elsewhere: making some takes more than reading them. */
let hostile

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/hostile') {
      if (request.method === 'POST') {
        hostile = hostileReading(searchParams.get('kind'), await request.text())
        return new Response('held')
      }
      const { kind: outcome } = await hostile()
      return new Response(outcome)
    }
    const read = pathname === '/bare' ? bareRewriter : READINGS[pathname.slice(1)]
    for (let n = 0; n < READINGS_A_CALL; n++) {
      const reading = await read()
      if (reading !== undefined && reading.kind !== 'read') {
        return new Response(JSON.stringify(reading), { status: 500 })
      }
    }
    return new Response('read')
  },
}
