import { bareRewriter, hostileReading, READINGS } from './reading-work.mjs'

/** Enough readings a call that the call itself does not count. */
const READINGS_A_CALL = 5

const hostile = new Map()

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/hostile') {
      const [kind, name] = [searchParams.get('kind'), searchParams.get('name')]
      const key = `${kind} ${name}`
      // The first call makes the document, the next ones read it.
      if (!hostile.has(key)) {
        hostile.set(key, hostileReading(kind, name))
        return new Response('made')
      }
      const { kind: outcome } = await hostile.get(key)()
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
