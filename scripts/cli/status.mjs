import { parsed } from './arguments.mjs'
import { Refused } from './outcomes.mjs'

/** States in which nothing has to be done: those for which the pages ask nobody's eye either. */
const CALM = new Set(['ok', 'quiet', 'waiting', 'paused'])
const ILL_ENDPOINTS = new Set(['failing', 'disabled'])

/**
 * How every source and endpoint is, a line each: what needs a look says why. Refuses where anything does, so
 * that a monitor need read nothing but the exit code.
 */
export async function status(args, { ask, print, words, lang }) {
  parsed(args, {}, words)
  const answer = await ask('GET', '/status')
  printStatus(answer, print, words, lang)
  const ill = illIn(answer)
  if (ill.length > 0) throw new Refused(words.ill(ill.join(', ')))
}

/** What somebody should look at, by its id. */
function illIn({ publishers, endpoints = [], silent = [], translation = null }) {
  const sources = publishers.flatMap((one) => one.sources)
  return [
    ...sources.filter(({ state }) => !CALM.has(state)).map(({ id }) => id),
    ...publishers.flatMap(({ floods }) => floods.map(({ id }) => `flood ${id}`)),
    ...endpoints.filter(({ state }) => ILL_ENDPOINTS.has(state)).map(({ id }) => id),
    ...(translation?.failing ? ['translation'] : []),
    ...silent,
  ]
}

function printStatus(answer, print, words, lang) {
  const { asOf, publishers, endpoints, silent = [], translation = null, budget } = answer
  print(words.asOf(short(asOf)))
  if (publishers.length === 0) print(words.noPublishers)
  for (const publisher of publishers) {
    const { id, name, sources, floods } = publisher
    print(
      `\n${id}  ${name[lang] || name.ar || name.en}  (${words.statements(publisher.statements)})`,
    )
    for (const source of sources) printSource(source, print, words, lang)
    for (const flood of floods) print(`    ${words.held(flood)}`)
  }
  // Else who watches with a mistyped token would take what is not shown for well.
  if (endpoints === undefined) print(`\n${words.hidden}`)
  else if (endpoints.length > 0) print(`\n${words.endpoints}`)
  for (const { id, state, reason, words: why, pending } of endpoints ?? []) {
    const said = why?.[lang] ?? reason
    print(`  ${id}  ${state}  ${words.pending(pending)}${said === null ? '' : `  ${said}`}`)
  }
  const { failing = null } = translation ?? {}
  if (failing !== null) print(`\n${words.noTranslation}: ${failing.words[lang]} ${failing.detail}`)
  if (silent.length > 0) print(`\n${words.silent(silent.join(', '))}`)
  print(`\n${words.budget(budget)}`)
}

function printSource(source, print, words, lang) {
  const { id, language, state, since, lastGoodPoll, words: why } = source
  const facts = [
    `${words.states[state] ?? state} (${state})`,
    ...(since === null || state === 'ok' ? [] : [words.since(short(since))]),
    words.lastGood(lastGoodPoll === null ? words.never : short(lastGoodPoll)),
  ]
  print(`  ${id} [${language}]  ${facts.join(', ')}`)
  if (why !== null) print(`    ${why[lang]}`)
}

/** To the second: `2026-11-26T08:00:00Z`. */
export function short(instant) {
  return instant.replace(/\.\d+Z$/, 'Z')
}
