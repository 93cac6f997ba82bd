import { worksOf } from './renderer-work.mjs'

/** Made at the first call for them: `/ours/100`, `/peer/100`. */
const works = new Map()

/** So many entries a call, whatever the feed's size, that the call itself does not count. */
const ENTRIES_A_CALL = 1_000

export default {
  fetch(request) {
    const [, whose, count] = new URL(request.url).pathname.split('/')
    if (!works.has(count)) works.set(count, worksOf(Number(count)))
    const render = works.get(count)[whose]
    let bytes = 0
    for (let n = 0; n < ENTRIES_A_CALL / Number(count); n++) bytes = render().byteLength
    return new Response(String(bytes))
  },
}
