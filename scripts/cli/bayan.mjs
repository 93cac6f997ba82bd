/**
 * Bayan from the command line, over the same API as everything else:
 *
 *   npm run bayan -- check https://example.org/news --language ar
 *
 * BAYAN_URL names the deployment (http://localhost:8787), ADMIN_TOKEN its operator's token; for a local
 * run the token is found where `npm start` put it. What was asked for goes to the standard output,
 * progress and errors to the error output.
 *
 * Exit codes: 0 done, 1 refused or not found, 2 wrong usage, 3 not reachable.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { apiClient } from '../local/api.mjs'
import { COMMANDS, USAGE } from './commands.mjs'
import { Refused, WrongUse } from './outcomes.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const url = (process.env.BAYAN_URL ?? 'http://localhost:8787').replace(/\/+$/, '')

process.exitCode = await run(process.argv.slice(2))

async function run([name = 'help', ...args]) {
  if (['help', '--help', '-h'].includes(name)) {
    console.log(USAGE)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  try {
    if (command === undefined) throw new WrongUse(`There is no command "${name}".`)
    if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
      throw new WrongUse(
        `BAYAN_URL is "${url}", which is no address. Give it as http://localhost:8787 or https://bayan.example.`,
      )
    }
    await command(args, { call: apiClient({ url, token: token() }), say, print, url })
    return 0
  } catch (error) {
    return explained(error)
  }
}

function explained(error) {
  if (error instanceof WrongUse) {
    console.error(`${error.message}\n\n${USAGE}`)
    return 2
  }
  if (error instanceof Refused) {
    console.error(error.message)
    return 1
  }
  if (error?.code === 'ENOENT') {
    console.error(`There is no file ${error.path}.`)
    return 2
  }
  if (error instanceof TypeError || error?.name === 'TimeoutError') {
    const cause = error.cause?.code ?? error.message
    console.error(`${url} cannot be reached (${cause}). Name another one in BAYAN_URL.`)
    return 3
  }
  throw error
}

/** Progress: never in the way of what another program reads. */
function say(line) {
  console.error(line)
}

function print(line) {
  console.log(line)
}

function token() {
  if (process.env.ADMIN_TOKEN) return process.env.ADMIN_TOKEN
  const fromVars = /^\s*ADMIN_TOKEN\s*=\s*"?([^"\s]+)"?\s*$/m.exec(read('.dev.vars'))?.[1]
  return fromVars ?? read(join(process.env.DATA_DIR ?? '.data', 'admin-token')).trim()
}

function read(file) {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch {
    return ''
  }
}
