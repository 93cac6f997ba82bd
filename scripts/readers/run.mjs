/**
 * Runs feed readers, as they are packaged, against the production bundle, and prints a table.
 *
 *   npm run readers
 *
 * Readers are those that are installed: newsboat, rss2email, sfeed, python3-feedparser (Debian), and
 * the W3C validator where `FEEDVALIDATOR` names its checkout. What is missing is said, and is no
 * failure. Ends with code 1 where a reader read something else than was put in. Loopback only.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleWorker } from '../runtime/bundle-worker.mjs'
import { eventually } from '../runtime/eventually.mjs'
import { OPERATOR_VARS, callApi } from '../runtime/operator.mjs'
import { startRuntime } from '../runtime/start-runtime.mjs'
import { feedparser } from './feedparser.mjs'
import { startHostileSource } from './hostile-source.mjs'
import { newsboat } from './newsboat.mjs'
import { rss2email } from './rss2email.mjs'
import { sfeed } from './sfeed.mjs'
import { validate } from './validator.mjs'
import { startWatchingProxy } from './watching-proxy.mjs'

const PROGRAMS = [newsboat, rss2email, sfeed, feedparser]
const FEEDS = [
  'harbour/ar.rss',
  'harbour/ar.atom',
  'harbour/en.rss',
  'harbour/en.atom',
  'all/both.atom',
]
const KV_SPACING_MS = 1_500

const folder = await mkdtemp(join(tmpdir(), 'bayan-readers-'))
const source = await startHostileSource()
const proxy = await startWatchingProxy()
const bundle = await bundleWorker({ outdir: join(folder, 'bundle') })
const runtime = await startRuntime({
  bundle,
  dir: join(folder, 'state'),
  vars: { ...OPERATOR_VARS, BASE_URL: proxy.url },
  kv: 'memory',
})
proxy.to(runtime.url)
let wrong = 0
try {
  await follow()
  const programs = await installed()
  const first = []
  for (const program of programs) first.push(...(await readAll(program)))
  await validateAll()
  source.edit('ar')
  source.edit('en')
  await poll()
  for (const one of first) await readAgain(one)
  console.log(wrong === 0 ? 'Every reader read what was put in.' : `${wrong} differences.`)
} finally {
  await runtime.stop()
  await proxy.close()
  await source.close()
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = wrong === 0 ? 0 : 1

async function follow() {
  const sources = ['ar', 'en'].map((language) => ({
    id: `harbour-${language}`,
    language,
    url: `${source.origin}/${language}.json`,
    kind: 'feed',
    interval: 86_400,
    paused: false,
  }))
  await callApi(runtime.url, 'PUT', '/publishers/harbour', {
    id: 'harbour',
    name: { ar: 'مجلس المرفأ', en: 'Harbour council' },
    site: 'https://harbour.test/',
    paused: false,
    sources,
  })
  await poll()
}

async function poll() {
  await callApi(runtime.url, 'POST', '/publishers/harbour/poll')
  await new Promise((resolve) => setTimeout(resolve, KV_SPACING_MS))
  const wanted = source.count.ar + source.count.en
  const there = await eventually(
    async () => ((await itemsOf('all/both.atom')).length === wanted ? true : undefined),
    { withinMs: 20_000 },
  )
  if (there === undefined)
    throw new Error(`the feeds never held ${wanted} statements\n${runtime.log()}`)
}

/** What was put in, as our JSON Feed of the same statements says it. */
async function itemsOf(feed) {
  const response = await fetch(`${runtime.url}/feeds/${feed.replace(/\.\w+$/, '.json')}`)
  return response.ok ? (await response.json()).items : []
}

async function installed() {
  const there = []
  for (const program of PROGRAMS) {
    const version = await program.version()
    console.log(version === undefined ? `${program.name}: not installed, not run` : version)
    if (version !== undefined) there.push(program)
  }
  return there
}

async function readAll(program) {
  const results = []
  for (const feed of FEEDS) {
    const dir = join(folder, program.name, feed.replace(/\W/g, '-'))
    await mkdir(dir, { recursive: true })
    const url = `${proxy.url}/feeds/${feed}`
    const expected = await itemsOf(feed)
    const items = await program.read(url, dir)
    const problems = differences(expected, items, program, feed)
    if (program.pollsBeforeConditional !== undefined) {
      for (let n = 1; n < program.pollsBeforeConditional; n++) await program.read(url, dir)
      const before = proxy.seen.length
      await program.read(url, dir)
      const statuses = proxy.seen.slice(before).map(({ status }) => status)
      if (statuses.join() !== '304') problems.push(`next poll: ${statuses.join() || 'none'}`)
    }
    tell(program.name, feed, `${items.length} items`, problems)
    results.push({ program, feed, dir, url, expected })
  }
  return results
}

/** After an edit: the same items, under the same ids, and no other. */
async function readAgain({ program, feed, dir, url, expected }) {
  const items = await program.read(url, dir)
  const ids = (list) =>
    list
      .map(({ id }) => id)
      .sort()
      .join('\n')
  const problems = ids(items) === ids(expected) ? [] : [`${items.length} items after an edit`]
  tell(program.name, feed, 'after an edit', problems)
}

async function validateAll() {
  const feeds = [...FEEDS, 'harbour/edits.atom', 'harbour/withdrawn.rss', 'search.atom?q=bridge']
  const verdicts = await Promise.all(feeds.map((feed) => validate(`${proxy.url}/feeds/${feed}`)))
  if (verdicts.every((verdict) => verdict === undefined)) {
    console.log('W3C validator: FEEDVALIDATOR names no checkout, not run')
    return
  }
  for (const [n, verdict] of verdicts.entries()) tell('validator', feeds[n], 'checked', verdict)
}

function differences(expected, items, { isRtl, shownTitle }, feed) {
  const byId = new Map(items.map((item) => [item.id, item]))
  const problems = []
  if (items.length !== expected.length) problems.push(`${items.length} of ${expected.length} items`)
  for (const entry of expected) {
    const { id, url } = entry
    const title = shownTitle(entry.title, feed)
    const item = byId.get(id)
    if (item === undefined) {
      problems.push(`${id}: missing`)
      continue
    }
    if (plain(item.title) !== plain(title)) problems.push(`${id}: title ${item.title.slice(0, 80)}`)
    if (item.link !== url) problems.push(`${id}: link ${item.link}`)
    if (item.rtl !== isRtl(entry, feed)) problems.push(`${id}: direction`)
  }
  return problems
}

function plain(text) {
  return text.replace(/\s+/g, ' ').trim()
}

function tell(name, feed, what, problems) {
  wrong += problems.length
  const verdict = problems.length === 0 ? 'ok' : problems.join('; ')
  console.log(`${name.padEnd(12)} ${feed.padEnd(22)} ${what.padEnd(14)} ${verdict}`)
}
