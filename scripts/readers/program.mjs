import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const RUN_MS = 60_000

/** Debian's own, which sees Debian's packages; another Python first in the path does not. */
const PYTHON = '/usr/bin/python3'

/** Runs a program to its end and gives what it wrote; throws with its words where it fails. */
export async function run(file, args, env = {}) {
  const { stdout } = await promisify(execFile)(file, args, {
    timeout: RUN_MS,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
  })
  return stdout
}

/** Runs a few lines of Python that print one JSON value. */
export async function python(code, ...args) {
  return JSON.parse(await run(PYTHON, ['-c', code, ...args]))
}

/** The first line that a program says of itself, or undefined where there is no such program. */
export async function versionOf(file, ...args) {
  try {
    return (await run(file, args)).split('\n', 1)[0].trim() || file
  } catch (error) {
    // sfeed knows no option for its version, and says so: it is there.
    return error.code === 'ENOENT' ? undefined : file
  }
}
