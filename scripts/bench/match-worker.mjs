import { foldAndTokenise, match } from './match-work.mjs'

/** Enough statements a call that the call itself does not count. */
const STATEMENTS_A_CALL = 100

export default {
  fetch(request) {
    const { pathname, searchParams } = new URL(request.url)
    const from = Number(searchParams.get('n')) * STATEMENTS_A_CALL
    const to = from + STATEMENTS_A_CALL
    const size = Number(pathname.slice(1))
    return new Response(String(size === 0 ? foldAndTokenise(from, to) : match(size, from, to)))
  },
}
