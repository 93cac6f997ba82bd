/**
 * Runs before `npm start` and `npm test`: installs what the lock file names, unless it is there.
 *
 * No dependencies, any Node from 20 on: at the first run nothing else is here yet. The tools need
 * a newer Node than many machines have; the devDependency `node` brings one, and npm puts it first
 * in the path of the commands that follow.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { differencesOf } from './local/installed.mjs'
import { isNewEnough, NEEDED_NODE } from './local/node-version.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const localNode = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))

const missing = differencesOf(read('package-lock.json'), read('node_modules/.package-lock.json'))
if (missing.length > 0) install(missing)
checkNode()

function install(differences) {
  const why = existsSync(`${root}node_modules`)
    ? `node_modules differs from package-lock.json (${differences[0]})`
    : 'node_modules is not there yet'
  say(`${why}: installing with "npm ci", which takes a minute or two the first time.`)
  const { status, error } = npm([
    'ci',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  if (status === 0) return
  const cause = error === undefined ? `ended with code ${status}` : error.message
  fail(`"npm ci" ${cause}. Its own words stand above; when that is mended, run the command again.`)
}

/** The npm that runs us, by its own file: the machine may have several, or none in its path. */
function npm(args) {
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }
  const cli = process.env.npm_execpath
  return cli !== undefined && /npm-cli\.[cm]?js$/.test(cli)
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

/**
 * Which Node the next command will get: the local one if its install script was allowed to run,
 * else the caller's. npm leaves a link to nothing when it was not, and the shell passes over it.
 */
function checkNode() {
  // Started by npm with everything there, we are that Node ourselves: no need to ask it.
  if (isNewEnough(process.versions.node)) return
  const local = spawnSync(localNode, ['--version'], { encoding: 'utf8' })
  if (local.status === 0 && isNewEnough(local.stdout.trim().replace(/^v/, ''))) return
  fail(
    `Node ${NEEDED_NODE} or newer is needed, and this machine has ${process.versions.node}. ` +
      'The package "node" would have brought one, but its install script did not run. Type:\n' +
      '  npm rebuild node --ignore-scripts=false\n' +
      'and run the command again.',
  )
}

function read(path) {
  try {
    return JSON.parse(readFileSync(`${root}${path}`, 'utf8'))
  } catch (error) {
    // Not there, or half written by an install that was broken off: both mean "install".
    if (path.startsWith('node_modules')) return { packages: {} }
    return fail(`${path} cannot be read: ${error.message}`)
  }
}

function say(line) {
  console.log(`bayan: ${line}`)
}

function fail(line) {
  console.error(`bayan: ${line}`)
  process.exit(1)
}
