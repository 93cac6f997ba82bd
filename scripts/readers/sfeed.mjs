import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { versionOf } from './program.mjs'

const FIELDS = { title: 1, link: 2, content: 3, id: 5 }

/** It only parses: what fetches for it asks without a condition, so there is no second poll. */
export const sfeed = {
  name: 'sfeed',
  pollsBeforeConditional: undefined,
  isRtl: ({ language }) => language === 'ar',
  shownTitle: (title) => title,
  version: () => versionOf('sfeed_plain', '/dev/null'),
  async read(url) {
    const text = await (await fetch(url)).text()
    const child = promisify(execFile)('sfeed', [], { maxBuffer: 64 * 1024 * 1024 })
    child.child.stdin.end(text)
    const { stdout } = await child
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))
      .map((fields) => ({
        id: fields[FIELDS.id],
        title: fields[FIELDS.title],
        link: fields[FIELDS.link],
        rtl: fields[FIELDS.content].includes('dir="rtl"'),
      }))
  },
}
