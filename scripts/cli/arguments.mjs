import { parseArgs } from 'node:util'
import { WrongUse } from './outcomes.mjs'

export const text = { type: 'string' }

/**
 * Options and words of a command line.
 *
 * @param needed the words that there must be beside the options, by the names that the usage gives them
 * @param most how many there may be
 */
export function parsed(args, options, words, needed = [], most = needed.length) {
  let result
  try {
    result = parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    const [, name = ''] = /(--?\w[\w-]*)/.exec(error.message) ?? []
    const isUnknown = error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    throw new WrongUse(isUnknown ? words.noOption(name) : words.needsValue(name))
  }
  const { length } = result.positionals
  if (length < needed.length) throw new WrongUse(words.missing(needed.slice(length).join(' ')))
  if (length > most) throw new WrongUse(words.tooMany(result.positionals[most]))
  return result
}
