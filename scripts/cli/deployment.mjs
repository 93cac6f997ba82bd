import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fromDevVars } from '../local/admin-token.mjs'
import { occupantOf } from '../local/occupant.mjs'

/**
 * Which Bayan is meant, and the token for it: what the environment names, else the one that `npm start`
 * runs on this machine, wherever it was told to listen.
 *
 * @param root the project's folder: a relative DATA_DIR is meant from there, as `npm start` takes it
 * @param {(dataDir: string) => number | undefined} portOf where the start in a data folder serves
 */
export function deploymentOf(env, root, portOf = runningPort) {
  const dataDir = resolve(root, env.DATA_DIR || '.data')
  const port = (env.BAYAN_URL ? undefined : portOf(dataDir)) ?? (env.PORT || '8787')
  const url = (env.BAYAN_URL || `http://localhost:${port}`).replace(/\/+$/, '')
  return { url, token: tokenOf(env, root, dataDir, url) }
}

function runningPort(dataDir) {
  const occupant = occupantOf(dataDir)
  return occupant.kind === 'running' ? occupant.port : undefined
}

/** A token that was found on this machine is for this machine: no other host is sent it. */
function tokenOf(env, root, dataDir, url) {
  if (env.ADMIN_TOKEN) return env.ADMIN_TOKEN
  if (!isHere(url)) return ''
  return fromDevVars(join(root, '.dev.vars')) || read(join(dataDir, 'admin-token')).trim()
}

function isHere(url) {
  return URL.canParse(url) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
