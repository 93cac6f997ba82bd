/**
 * Who lives in a data folder. Two services over one folder would send the one's alerts to the other's
 * receiver; and a start that was killed (-9) leaves its service behind, holding port and folder.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileIn = (dataDir) => join(dataDir, 'running.json')

/**
 * @returns {{ kind: 'nobody' } | { kind: 'running', pid: number, port?: number } | { kind: 'leftover', group: number }}
 *   `running`: a start that still lives, and where it serves; `leftover`: a service whose start has died
 */
export function occupantOf(dataDir) {
  const noted = readNote(dataDir)
  if (noted === undefined) return { kind: 'nobody' }
  const { pid, group, port } = noted
  if (pid !== process.pid && commandOf(pid).includes('start.mjs'))
    return { kind: 'running', pid, port }
  return commandOf(group).includes('wrangler') ? { kind: 'leftover', group } : { kind: 'nobody' }
}

/** Notes that this process lives here with its service, and where that is found. */
export function moveIn(dataDir, group, port) {
  const note = JSON.stringify({ pid: process.pid, group, port })
  writeFileSync(fileIn(dataDir), note, { mode: 0o600 })
}

export function moveOut(dataDir) {
  rmSync(fileIn(dataDir), { force: true })
}

function readNote(dataDir) {
  try {
    const { pid, group, port } = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))
    if (!Number.isInteger(pid) || !Number.isInteger(group)) return undefined
    // An earlier version did not note the port.
    return { pid, group, port: Number.isInteger(port) ? port : undefined }
  } catch {
    return undefined
  }
}

/** '' where no such process lives. A number alone proves nothing: the system gives it anew. */
function commandOf(pid) {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return ''
  }
}
