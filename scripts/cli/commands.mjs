import { readFileSync, writeFileSync } from 'node:fs'
import { loadConcepts } from '../local/load-concepts.mjs'
import { parsed, text } from './arguments.mjs'
import { deliveries } from './deliveries.mjs'
import { sourcesAsOpml, sourcesInOpml } from './opml.mjs'
import { Refused, WrongUse } from './outcomes.mjs'
import { status } from './status.mjs'

async function check(args, { ask, print, words, lang }) {
  const options = { language: { ...text, default: 'ar' }, kind: { ...text, default: 'auto' } }
  const { positionals, values } = parsed(args, options, words, ['URL'])
  const preview = await ask('POST', '/preview', { url: positionals[0], ...values })
  const notes = lang === 'ar' ? preview.notes_ar : preview.notes
  for (const note of notes) print(`${words.note}: ${note}`)
  if (preview.kind === null) {
    if (preview.try) print(preview.try.said[lang])
    throw new Refused(preview.said?.[lang] ?? words.nothingRead(preview.reason))
  }
  print(`${words.readAs(preview.kind)}${preview.why ? `: ${preview.why[lang]}` : ''}`)
  for (const { title, published, url, text: body } of preview.statements) {
    print(`\n${published ?? words.noDate}  ${title}\n  ${url ?? ''}\n  ${oneLine(body, 160)}`)
  }
  if (preview.statements.length === 0) throw new Refused(words.noStatement)
}

async function tryWatch(args, { ask, print, words, lang }) {
  const options = { days: text, text, language: text }
  const { positionals, values } = parsed(args, options, words, ['QUERY'])
  const { days, ...others } = values
  const body = { query: positionals[0], ...others, ...(days ? { days: Number(days) } : {}) }
  const answer = await ask('POST', '/watches/try', body)
  for (const { part, surface } of answer.matches ?? []) print(`${part} -> ${surface}`)
  for (const { part, nearMisses } of answer.parts ?? []) {
    for (const { surface, message } of nearMisses)
      print(`${words.not(part, surface)}: ${message[lang]}`)
  }
  if (answer.statements !== undefined) {
    print(words.caught(answer))
    for (const { part, message } of answer.warnings)
      print(`${words.warning}: ${part}: ${message[lang]}`)
    for (const { id, title, matches } of answer.statements) {
      const hits = [...new Set(matches.map(({ surface }) => surface))]
      print(`${id}  ${title}  [${hits.join(', ')}]`)
    }
  }
  if (!answer.matched) throw new Refused(words.matchesNothing)
}

async function concepts(args, { call, print, words }) {
  parsed(args, {}, words)
  const loaded = await loadConcepts(call)
  if (loaded.kind === 'refused') throw new Refused(loaded.message)
  print(words.concepts(loaded))
}

async function tryAlert(args, { ask, print, words, lang }) {
  const [id] = parsed(args, {}, words, ['ENDPOINT']).positionals
  const { attempt } = await ask('POST', `/endpoints/${encodeURIComponent(id)}/test`)
  const { error, error_ar: arabic } = attempt
  if (error !== null) {
    throw new Refused(`${words.notDelivered}: ${(lang === 'ar' ? arabic : undefined) ?? error}`)
  }
  print(words.delivered(attempt.status, attempt.ms))
}

async function add([what, ...args], context) {
  const adders = { source: addSource, endpoint: addEndpoint, watch: addWatch }
  if (!Object.hasOwn(adders, what ?? '')) throw new WrongUse(context.words.whatToAdd)
  await adders[what](args, context)
}

async function addSource(args, context) {
  const { print, words } = context
  const options = {
    publisher: text,
    language: { ...text, default: 'ar' },
    kind: { ...text, default: 'auto' },
    'name-ar': text,
    'name-en': text,
  }
  const { positionals, values } = parsed(args, options, words, ['URL'])
  if (values.publisher === undefined) throw new WrongUse(words.optionMissing('--publisher'))
  await saveSource(context, {
    url: positionals[0],
    publisher: values.publisher,
    language: values.language,
    kind: values.kind,
    name: { ar: values['name-ar'], en: values['name-en'] },
    rename: true,
  })
  print(words.follows(values.publisher, positionals[0]))
}

/**
 * Puts a source beside those that its publisher has; one with the same address is left as it is. With
 * `rename` its names go to a publisher that is there already, too: who typed them meant it, a list did not.
 */
async function saveSource(context, source) {
  const { url, publisher: id, language, kind = 'auto', name = {}, rename = false } = source
  const path = `/publishers/${encodeURIComponent(id)}`
  const known = await knownAt(path, context)
  const given = rename ? named(name) : {}
  const isKnown = known?.sources.some((one) => one.url === url) ?? false
  if (isKnown && Object.keys(given).length === 0) return
  const ids = new Set(known?.sources.map((one) => one.id))
  const wish = `${id}-${language}`
  const free = [wish, ...Array.from({ length: 20 }, (_, at) => `${wish}-${at + 2}`)]
  const added = { id: free.find((one) => !ids.has(one)), language, url, kind }
  const site = URL.canParse(url) ? `${new URL(url).origin}/` : url
  const names = { ar: name.ar ?? name.en ?? id, en: name.en ?? name.ar ?? id }
  const publisher = known ?? { id, name: names, site, sources: [] }
  await context.ask('PUT', path, {
    ...publisher,
    name: { ...publisher.name, ...given },
    sources: isKnown ? publisher.sources : [...publisher.sources, added],
  })
}

/** What is kept there; undefined where there is nothing yet. */
async function knownAt(path, { call, good }) {
  const answer = await call('GET', path)
  return answer.status === 404 ? undefined : good(answer)
}

/** The languages in which there is a name. */
function named(name) {
  return Object.fromEntries(Object.entries(name).filter(([, words]) => words !== undefined))
}

/** Added again with the same kind, an endpoint keeps its policy and whatever else is not said anew. */
async function addEndpoint(args, context) {
  const { ask, print, words } = context
  const options = { kind: text, url: text, secret: text, to: text }
  const { positionals, values } = parsed(args, options, words, ['ID'])
  const path = `/endpoints/${encodeURIComponent(positionals[0])}`
  const known = await knownAt(path, context)
  await ask('PUT', path, known?.kind === values.kind ? { ...known, ...values } : values)
  print(words.isEndpoint(positionals[0]))
}

/** Added again, a watch keeps what is not said anew: its endpoints above all, else nobody would be told any more. */
async function addWatch(args, context) {
  const { ask, print, words } = context
  const options = { name: text, endpoint: { ...text, multiple: true } }
  const { positionals, values } = parsed(args, options, words, ['ID', 'QUERY'])
  const [id, query] = positionals
  const path = `/watches/${encodeURIComponent(id)}`
  const known = await knownAt(path, context)
  const { feeds } = await ask('PUT', path, {
    ...known,
    // Told in answers alone.
    feeds: undefined,
    name: values.name ?? known?.name ?? id,
    query,
    endpoints: values.endpoint ?? known?.endpoints ?? [],
  })
  print(words.stands(id, feeds?.atom))
}

async function exportAll(args, { ask, print, say, words }) {
  const options = { secrets: { type: 'boolean' }, opml: { type: 'boolean' } }
  const { positionals, values } = parsed(args, options, words, [], 1)
  const config = await ask('GET', values.secrets ? '/config?secrets=include' : '/config')
  const document = values.opml
    ? sourcesAsOpml(config.publishers)
    : `${JSON.stringify(config, undefined, 2)}\n`
  const [file] = positionals
  if (file === undefined) return print(document.trimEnd())
  // It may hold secrets: for its owner alone.
  writeFileSync(file, document, { mode: 0o600 })
  say(words.written(file))
}

async function importFile(args, context) {
  const { ask, say, print, words } = context
  const [file] = parsed(args, {}, words, ['FILE']).positionals
  const document = readFileSync(file, 'utf8')
  if (/\.(opml|xml)$/i.test(file)) {
    const sources = sourcesInOpml(document)
    if (sources.length === 0) throw new Refused(words.noFeeds(file))
    for (const [at, source] of sources.entries()) {
      say(`${at + 1}/${sources.length} ${source.url}`)
      await saveSource(context, source)
    }
    return print(words.imported(sources.length))
  }
  let config
  try {
    config = JSON.parse(document)
  } catch (error) {
    throw new Refused(words.notJson(file, error.message))
  }
  print(words.inForce(await ask('PUT', '/config', config)))
}

function oneLine(body, most) {
  const line = body.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most)}…` : line
}

/** Every command: its arguments, and what it works with. */
export const COMMANDS = {
  status,
  check,
  'try-watch': tryWatch,
  'try-alert': tryAlert,
  deliveries,
  add,
  export: exportAll,
  import: importFile,
  concepts,
}
