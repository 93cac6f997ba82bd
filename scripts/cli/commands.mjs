import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadConcepts } from '../local/load-concepts.mjs'
import { sourcesAsOpml, sourcesInOpml } from './opml.mjs'
import { Refused, WrongUse, good } from './outcomes.mjs'

export const USAGE = `npm run bayan -- COMMAND

  check URL [--language ar|en] [--kind KIND]      what would be read at an address
  try-watch "QUERY" [--days N] [--text TEXT]      what a question catches in the archive, or in a text
  try-alert ENDPOINT                              sends a test message and shows the answer
  add source URL --publisher ID [--language ar|en] [--name-ar NAME] [--name-en NAME] [--kind KIND]
  add endpoint ID --kind KIND --url URL [--secret SECRET] [--to TO]
  add watch ID "QUERY" [--name NAME] [--endpoint ID]…
  export [FILE] [--secrets] [--opml]              the configuration as one document, or sources as OPML
  concepts                                        loads the starter concepts for Syria
  import FILE                                     .json replaces the configuration, .opml adds sources

BAYAN_URL and ADMIN_TOKEN say which deployment and who you are.
Exit codes: 0 done, 1 refused or not found, 2 wrong usage, 3 not reachable.`

const text = { type: 'string' }

function parsed(args, options, least, most = least) {
  let result
  try {
    result = parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new WrongUse(error.message)
  }
  const { length } = result.positionals
  if (length < least) throw new WrongUse('Something is missing.')
  if (length > most) throw new WrongUse(`"${result.positionals[most]}" is one word too many.`)
  return result
}

async function check(args, { call, print }) {
  const options = { language: { ...text, default: 'ar' }, kind: { ...text, default: 'auto' } }
  const { positionals, values } = parsed(args, options, 1)
  const preview = good(await call('POST', '/preview', { url: positionals[0], ...values }))
  for (const note of preview.notes) print(`note: ${note}`)
  if (preview.kind === null) {
    if (preview.try) print(preview.try.said.en)
    throw new Refused(preview.said?.en ?? `Nothing could be read there: ${preview.reason}.`)
  }
  print(`read as ${preview.kind}${preview.why ? `: ${preview.why.en}` : ''}`)
  for (const { title, published, url, text: body } of preview.statements) {
    print(`\n${published ?? 'no date'}  ${title}\n  ${url ?? ''}\n  ${oneLine(body, 160)}`)
  }
  if (preview.statements.length === 0) throw new Refused('No statement was found there.')
}

async function tryWatch(args, { call, print }) {
  const options = { days: text, text, language: text }
  const { positionals, values } = parsed(args, options, 1)
  const { days, ...others } = values
  const body = { query: positionals[0], ...others, ...(days ? { days: Number(days) } : {}) }
  const answer = good(await call('POST', '/watches/try', body))
  for (const { part, surface } of answer.matches ?? []) print(`${part} -> ${surface}`)
  for (const { part, nearMisses } of answer.parts ?? []) {
    for (const { surface, message } of nearMisses) print(`${part}, not ${surface}: ${message.en}`)
  }
  if (answer.statements !== undefined) {
    print(
      `${answer.count} of ${answer.searched} statements since ${answer.since.slice(0, 10)}, about ${answer.alertsAWeek} alerts a week`,
    )
    for (const { part, message } of answer.warnings) print(`warning: ${part}: ${message.en}`)
    for (const { id, title, matches } of answer.statements) {
      const words = [...new Set(matches.map(({ surface }) => surface))]
      print(`${id}  ${title}  [${words.join(', ')}]`)
    }
  }
  if (!answer.matched) throw new Refused('It matches nothing.')
}

async function concepts(args, { call, print }) {
  parsed(args, {}, 0)
  const loaded = await loadConcepts(call)
  if (loaded.kind === 'refused') throw new Refused(loaded.message)
  print(`${loaded.count} concepts were loaded; ${loaded.left} were there already.`)
}

async function tryAlert(args, { call, print }) {
  const [id] = parsed(args, {}, 1).positionals
  const { attempt } = good(await call('POST', `/endpoints/${encodeURIComponent(id)}/test`))
  if (attempt.error !== null) throw new Refused(`not delivered: ${attempt.error}`)
  print(`delivered: ${attempt.status} in ${attempt.ms} ms`)
}

async function add([what, ...args], context) {
  const adder = { source: addSource, endpoint: addEndpoint, watch: addWatch }[what]
  if (adder === undefined) throw new WrongUse('Say what to add: source, endpoint or watch.')
  await adder(args, context)
}

async function addSource(args, { call, print }) {
  const options = {
    publisher: text,
    language: { ...text, default: 'ar' },
    kind: { ...text, default: 'auto' },
    'name-ar': text,
    'name-en': text,
  }
  const { positionals, values } = parsed(args, options, 1)
  if (values.publisher === undefined) throw new WrongUse('--publisher is missing.')
  await saveSource(call, {
    url: positionals[0],
    publisher: values.publisher,
    language: values.language,
    kind: values.kind,
    name: { ar: values['name-ar'], en: values['name-en'] },
  })
  print(`${values.publisher} follows ${positionals[0]}`)
}

/** Puts a source beside those that its publisher has; one with the same address is left as it is. */
async function saveSource(call, { url, publisher: id, language, kind = 'auto', name = {} }) {
  const path = `/publishers/${encodeURIComponent(id)}`
  const answer = await call('GET', path)
  const known = answer.status === 404 ? undefined : good(answer)
  if (known?.sources.some((source) => source.url === url)) return
  const ids = new Set(known?.sources.map((source) => source.id))
  const wish = `${id}-${language}`
  const free = [wish, ...Array.from({ length: 20 }, (_, at) => `${wish}-${at + 2}`)]
  const source = { id: free.find((one) => !ids.has(one)), language, url, kind }
  const site = URL.canParse(url) ? `${new URL(url).origin}/` : url
  const names = { ar: name.ar ?? name.en ?? id, en: name.en ?? name.ar ?? id }
  const publisher = known ?? { id, name: names, site, sources: [] }
  good(await call('PUT', path, { ...publisher, sources: [...publisher.sources, source] }))
}

async function addEndpoint(args, { call, print }) {
  const { positionals, values } = parsed(args, { kind: text, url: text, secret: text, to: text }, 1)
  good(await call('PUT', `/endpoints/${encodeURIComponent(positionals[0])}`, values))
  print(`${positionals[0]} is an endpoint. Try it: npm run bayan -- try-alert ${positionals[0]}`)
}

async function addWatch(args, { call, print }) {
  const options = { name: text, endpoint: { ...text, multiple: true, default: [] } }
  const { positionals, values } = parsed(args, options, 2)
  const [id, query] = positionals
  const watch = { name: values.name ?? id, query, endpoints: values.endpoint }
  const { feeds } = good(await call('PUT', `/watches/${encodeURIComponent(id)}`, watch))
  print(`${id} stands; its own feed is ${feeds?.atom}`)
}

async function exportAll(args, { call, print, say }) {
  const options = { secrets: { type: 'boolean' }, opml: { type: 'boolean' } }
  const { positionals, values } = parsed(args, options, 0, 1)
  const config = good(await call('GET', values.secrets ? '/config?secrets=include' : '/config'))
  const document = values.opml
    ? sourcesAsOpml(config.publishers)
    : `${JSON.stringify(config, undefined, 2)}\n`
  const [file] = positionals
  if (file === undefined) return print(document.trimEnd())
  // It may hold secrets: for its owner alone.
  writeFileSync(file, document, { mode: 0o600 })
  say(`written to ${file}`)
}

async function importFile(args, { call, say, print }) {
  const [file] = parsed(args, {}, 1).positionals
  const document = readFileSync(file, 'utf8')
  if (/\.(opml|xml)$/i.test(file)) {
    const sources = sourcesInOpml(document)
    if (sources.length === 0) throw new Refused(`${file} names no feed (outline with xmlUrl).`)
    for (const [at, source] of sources.entries()) {
      say(`${at + 1}/${sources.length} ${source.url}`)
      await saveSource(call, source)
    }
    return print(`${sources.length} sources imported`)
  }
  let config
  try {
    config = JSON.parse(document)
  } catch (error) {
    throw new Refused(`${file} is not valid JSON: ${error.message}`)
  }
  const { publishers, watches, endpoints } = good(await call('PUT', '/config', config))
  print(
    `now in force: ${publishers.length} publishers, ${watches.length} watches, ${endpoints.length} endpoints`,
  )
}

function oneLine(body, most) {
  const line = body.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most)}…` : line
}

/** Every command: its arguments, and what it works with. */
export const COMMANDS = {
  check,
  'try-watch': tryWatch,
  'try-alert': tryAlert,
  add,
  export: exportAll,
  import: importFile,
  concepts,
}
