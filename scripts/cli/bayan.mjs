/**
 * Bayan from the command line, over the same API as everything else:
 *
 *   npm run bayan -- check https://example.org/news --language ar
 *
 * BAYAN_URL names the deployment, ADMIN_TOKEN its operator's token; a local run and its token are found
 * where `npm start` noted them. What was asked for goes to the standard output,
 * progress and errors to the error output.
 *
 * Exit codes: 0 done, 1 refused, not found, or `status` found something ill, 2 wrong usage, 3 not reachable.
 */
import { fileURLToPath } from 'node:url'
import { apiClient } from '../local/api.mjs'
import { COMMANDS } from './commands.mjs'
import { deploymentOf } from './deployment.mjs'
import { NotBayan, Refused, WrongUse, good } from './outcomes.mjs'
import { CLI_WORDS, languageOf } from './words.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { url, token } = deploymentOf(process.env, root)
const lang = languageOf(process.env)
const words = CLI_WORDS[lang]

process.exitCode = await run(process.argv.slice(2))

async function run([name = 'help', ...args]) {
  if (['help', '--help', '-h'].includes(name)) {
    console.log(words.usage)
    return 0
  }
  try {
    if (!Object.hasOwn(COMMANDS, name)) throw new WrongUse(words.noCommand(name))
    if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
      throw new WrongUse(words.noAddress(url))
    }
    await COMMANDS[name](args, context())
    return 0
  } catch (error) {
    return explained(error, name, args.at(-1))
  }
}

/** What commands work with: the API, where to speak, and in which words. */
function context() {
  const call = apiClient({ url, token })
  const judged = (answer) => good(answer, { lang, words })
  const ask = async (...question) => judged(await call(...question))
  return { call, ask, good: judged, say, print, words, lang }
}

function explained(error, name, last) {
  if (error instanceof WrongUse) return ended(2, `${error.message}\n\n${usageOf(name)}`)
  if (error instanceof Refused) return ended(1, error.message)
  if (error instanceof NotBayan) return ended(3, words.notBayan(url))
  if (error?.code === 'ENOENT') return ended(2, words.noFile(error.path))
  // A folder, or what may not be read: the system names no path for the former.
  if (error?.syscall !== undefined) return ended(2, words.noUse(error.path ?? last, error.code))
  // A fault of ours would look the same to who only asks for a TypeError.
  if (error?.message === 'fetch failed' || error?.name === 'TimeoutError') {
    return ended(3, words.unreachable(url, error.cause?.code ?? error.message))
  }
  throw error
}

/** The lines about one command; all of them where there is no such command. */
function usageOf(name) {
  const [heading = '', ...lines] = words.usage.split('\n')
  const own = lines.filter((line, at) => {
    const begins = line.startsWith('   ') ? lines[at - 1] : line
    return begins?.startsWith(`  ${name} `)
  })
  return own.length === 0 ? words.usage : [heading, '', ...own].join('\n')
}

function ended(code, message) {
  console.error(message)
  return code
}

/** Progress: never in the way of what another program reads. */
function say(line) {
  console.error(line)
}

function print(line) {
  console.log(line)
}
