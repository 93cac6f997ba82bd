import { worksOf } from './renderer-work.mjs'

const { ours, peer } = worksOf(100)

/** Enough renderings a call that the call itself does not count. */
const RENDERINGS = 5

export default {
  fetch(request) {
    const render = new URL(request.url).pathname === '/ours' ? ours : peer
    let bytes = 0
    for (let n = 0; n < RENDERINGS; n++) bytes = render().byteLength
    return new Response(String(bytes))
  },
}
