import { parsed } from './arguments.mjs'

/** How every source and endpoint is, a line each: what needs a look says why. */
export async function status(args, { ask, print, words, lang }) {
  parsed(args, {}, words)
  const { asOf, publishers, endpoints = [], silent = [], budget } = await ask('GET', '/status')
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
  if (endpoints.length > 0) print(`\n${words.endpoints}`)
  for (const { id, state, reason, pending } of endpoints) {
    print(`  ${id}  ${state}  ${words.pending(pending)}${reason === null ? '' : `  ${reason}`}`)
  }
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
