/**
 * Bayan from the command line, over the same API as everything else:
 *
 *   npm run bayan -- check https://example.org/news --language ar
 *
 * BAYAN_URL names the deployment, ADMIN_TOKEN its operator's token; a local run and its token are found
 * where `npm start` noted them. What was asked for goes to the standard output,
 * progress and errors to the error output.
 *
 * Exit codes: 0 done, 1 refused or not found, 2 wrong usage, 3 not reachable.
 */
import { fileURLToPath } from 'node:url'
import { apiClient } from '../local/api.mjs'
import { COMMANDS, USAGE } from './commands.mjs'
import { deploymentOf } from './deployment.mjs'
import { Refused, WrongUse } from './outcomes.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { url, token } = deploymentOf(process.env, root)

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
    await command(args, { call: apiClient({ url, token }), say, print, url })
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
