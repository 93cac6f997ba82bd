/**
 * `npm run deploy`: from a clone to a running deployment. wrangler creates what is missing (KV
 * namespace, objects); this script finds out the public address, sets the operator's token where none
 * is set, and says where everything is. Again: upgrades.
 *
 * BASE_URL (public address), PLAN (free or paid) and ADMIN_TOKEN in the environment answer what would
 * be asked; the address is kept in `.deploy.json`. `--dry-run` does everything but talk to Cloudflare.
 * A token is never made where nobody watches: a build's log is kept, and read by many.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { deployArguments, deployedAddress, publicAddress, whereToGo } from './local/deploy-plan.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const wrangler = join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js')
const keptFile = join(root, '.deploy.json')
const isDryRun = process.argv.includes('--dry-run')
const isWatched = Boolean(process.stdin.isTTY && process.stdout.isTTY)

await deploy()

async function deploy() {
  const kept = existsSync(keptFile) ? JSON.parse(readFileSync(keptFile, 'utf8')) : {}
  const plan = process.env.PLAN ?? kept.plan
  const fromFile = /^BASE_URL\s*=\s*"([^"]*)"/m.exec(
    readFileSync(join(root, 'wrangler.toml'), 'utf8'),
  )
  const first = publicAddress([process.env.BASE_URL, kept.baseUrl, fromFile?.[1]])
  if (first.kind === 'refused') return fail(first.message)
  if (!isDryRun) checkLogin()
  let { address } = first
  const output = runWrangler(deployArguments({ address, plan, isDryRun }))
  if (isDryRun) return dryRunEnds(address)
  if (address === undefined) {
    // Every link and every feed's id begins with it: it must be right before the first site is saved.
    address = deployedAddress(output)
    if (address === undefined)
      return fail('wrangler named no address. Give one: BASE_URL=https://… npm run deploy')
    say(`the address is ${address}; deploying once more, so that every link begins with it`)
    runWrangler(deployArguments({ address, plan, isDryRun }))
  }
  writeFileSync(
    keptFile,
    `${JSON.stringify({ baseUrl: address, ...(plan ? { plan } : {}) }, null, 2)}\n`,
  )
  await setToken()
  console.log(whereToGo(address))
}

function dryRunEnds(address) {
  say('dry run: the bundle is in dist/, and nothing was sent.')
  say(`it would be deployed to ${address ?? 'the workers.dev address that Cloudflare gives'}`)
  say('ADMIN_TOKEN would be asked for where none is set.')
}

function checkLogin() {
  const { status } = spawnSync(process.execPath, [wrangler, 'whoami'], {
    cwd: root,
    stdio: 'ignore',
  })
  if (status !== 0) {
    fail(
      'wrangler is not signed in to Cloudflare. Type "npx wrangler login" first, then this again.',
    )
  }
}

/** Runs wrangler, shows what it says, and gives it back. */
function runWrangler(args, input) {
  const { status, stdout } = spawnSync(process.execPath, [wrangler, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: [input === undefined ? 'inherit' : 'pipe', 'pipe', 'inherit'],
    ...(input === undefined ? {} : { input }),
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  })
  process.stdout.write(stdout ?? '')
  if (status !== 0) fail(`"wrangler ${args[0]}" ended with ${status}; its own words stand above.`)
  return stdout
}

/** Sets the operator's token where none is set: the one given, else one that is made and shown once. */
async function setToken() {
  const { stdout } = spawnSync(process.execPath, [wrangler, 'secret', 'list'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (stdout?.includes('ADMIN_TOKEN')) return say('the operator’s token is set already.')
  let token = process.env.ADMIN_TOKEN
  if (token === undefined && !isWatched) {
    return say(
      'no ADMIN_TOKEN is set, so the desk is off. Set one with "npx wrangler secret put ADMIN_TOKEN".',
    )
  }
  if (token === undefined) {
    const asking = createInterface({ input: process.stdin, output: process.stdout })
    const typed = await asking.question(
      'The operator’s token (20 characters or more; empty: one is made for you): ',
    )
    asking.close()
    token = typed.trim()
  }
  const isMade = token === ''
  if (isMade) token = randomBytes(32).toString('base64url')
  if (token.length < 20)
    return fail('The token is shorter than 20 characters, and the desk would stay off.')
  runWrangler(['secret', 'put', 'ADMIN_TOKEN'], token)
  if (isMade)
    console.log(`\nThe operator’s token, shown this once: ${token}\nKeep it in a password manager.`)
}

function say(line) {
  console.log(`bayan: ${line}`)
}

function fail(line) {
  console.error(`bayan: ${line}`)
  process.exit(1)
}
