import { parsed, text } from './arguments.mjs'
import { Refused, WrongUse } from './outcomes.mjs'
import { short } from './status.mjs'

/** Reads the delivery log, or sends again what it holds. */
export async function deliveries(args, context) {
  if (args[0] === 'replay') return await replay(args.slice(1), context)
  const { ask, print, say, words, lang } = context
  const options = { endpoint: text, state: text, limit: text, cursor: text }
  const asked = new URLSearchParams(parsed(args, options, words).values)
  const { items, cursor, silent = [] } = await ask('GET', `/deliveries?${asked.toString()}`)
  for (const one of items) printDelivery(one, print, words, lang)
  if (items.length === 0) say(words.noDeliveries)
  if (cursor !== null) say(words.older(cursor))
  if (silent.length > 0) throw new Refused(words.silentLogs(silent.join(', ')))
}

function printDelivery(delivery, print, words, lang) {
  const { id, endpoint, state, reason, words: told, next, attempts, accepted } = delivery
  const last = attempts.at(-1)
  const facts = [
    `${short(accepted)}  ${id}  ${endpoint}  ${state}`,
    words.attempts(attempts.length),
    ...(last?.status ? [String(last.status)] : []),
    ...(next === null ? [] : [words.next(short(next))]),
  ]
  print(facts.join(', '))
  print(`  ${aboutOf(delivery.about, words)}`)
  const why = told?.[lang] ?? reason ?? last?.error ?? null
  if (why !== null && state !== 'delivered') print(`  ${why}`)
}

function aboutOf({ kind, watch, change, statement, alerts }, { abouts }) {
  if (kind === 'digest') return abouts.digest(alerts)
  if (kind !== 'alert') return abouts[kind]
  if (statement === null) return abouts.erased
  return `${watch?.id ?? ''}: ${change ?? ''} ${statement.id} ${statement.title}`
}

const MOST = 1_000

/** Some by their ids, or all that one endpoint gave up since a moment. */
async function replay(args, { ask, print, say, words }) {
  const { positionals, values } = parsed(args, { endpoint: text, since: text }, words, [], MOST)
  const { endpoint, since } = values
  if (endpoint === undefined && since === undefined) {
    if (positionals.length === 0) throw new WrongUse(words.missing('DELIVERY'))
    return await replayEach(positionals, { ask, print, say, words })
  }
  if (positionals.length > 0) throw new WrongUse(words.tooMany(positionals[0]))
  if (endpoint === undefined) throw new WrongUse(words.optionMissing('--endpoint'))
  if (since === undefined) throw new WrongUse(words.optionMissing('--since'))
  const path = `/endpoints/${encodeURIComponent(endpoint)}/replay`
  const { replayed } = await ask('POST', path, { since })
  print(words.replayedAll(endpoint, replayed))
}

const AT_ONCE = 5

/** Some side by side; one that is refused is named, and keeps no other from going. */
async function replayEach(ids, { ask, print, say, words }) {
  let refused = 0
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const batch = ids.slice(start, start + AT_ONCE)
    const results = await Promise.allSettled(
      batch.map((id) => ask('POST', `/deliveries/${encodeURIComponent(id)}/replay`)),
    )
    for (const [at, { status, reason }] of results.entries()) {
      if (status === 'fulfilled') {
        print(words.replayed(batch[at]))
        continue
      }
      if (!(reason instanceof Refused)) throw reason
      say(`${batch[at]}: ${reason.message}`)
      refused += 1
    }
  }
  if (refused > 0) throw new Refused(words.notReplayed(refused, ids.length))
}
