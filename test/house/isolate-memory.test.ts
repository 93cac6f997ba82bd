import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const FRESH = readFileSync(join(ROOT, 'test/workerd/fresh-memory.ts'), 'utf8')

/** Below these folders all is pure: what is kept there hangs on nothing but what it was made from. */
const FOLDERS = ['platform', 'objects', 'pages', 'http'] as const

/** A name at the left edge that can be given another value, or a collection that can grow. */
const KEPT =
  /^(?:export )?(?:let (\w+)|const ([a-z]\w*)(?:: [^=]+)? = new (?:Map|Set|WeakMap|CallCount|RateLimit)\b)/gm

/** What tests of one runtime may share: each is found by all that it was made from. */
const SHARED: Readonly<Record<string, string>> = {
  'platform/env.ts trimmed': 'by the setting that it was read from',
  'platform/env.ts readHubs': 'by the setting that it was read from',
  'platform/env.ts judged': 'by the setting that it was read from',
  'platform/seal.ts derived': 'by the secret',
  'objects/compiled-watches.ts compiledByVersion': 'the version holds a hash of the watches',
  'objects/attempt-delivery.ts kinds': 'a module',
  'objects/first-telling.ts sketches': 'by the very statement, which nobody else has',
  'objects/tables.ts marks': 'by a constant of a module',
  'pages/date-words.ts days': 'a form of dates',
  'pages/date-words.ts moments': 'a form of dates',
  'pages/plural.ts arabicRules': 'the rules of a language',
  'pages/desk/desk-words.ts known': 'the words of a file that is served as it lies',
  'http/feed-memo.ts memo':
    'the ETag holds a hash of the snapshot, and what else a feed is made of',
  'http/feed-memo.ts held': 'the bytes of the memo',
  'http/feed-wanted.ts kept': 'by the address, read by itself',
  'http/words-beside.ts known': 'by the name of a file that is served as it lies',
}

const remembered = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => {
      const file = `${folder}/${path}`
      const text = readFileSync(join(ROOT, 'src', file), 'utf8')
      return [...text.matchAll(KEPT)].map(([, one, other]) => ({ file, name: one ?? other ?? '' }))
    }),
)

it('is forgotten between two files of tests, or may stay: all that an isolate remembers', () => {
  expect(remembered.length).toBeGreaterThan(20)
  const names = new Set(remembered.map(({ file, name }) => `${file} ${name}`))
  const leaks = remembered
    .filter(({ file }) => !FRESH.includes(`'../../src/${file}'`))
    .map(({ file, name }) => `${file} ${name}`)
    .filter((name) => !(name in SHARED))
  expect(leaks, 'because one file of tests would decide about the next').toEqual([])
  const gone = Object.keys(SHARED).filter((name) => !names.has(name))
  expect(gone, 'because what is gone needs no reason').toEqual([])
})
