import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** A secret that is made at the first run and read at every other: 256 bits, the file for us alone. */
export function keptSecret(file, make) {
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8').trim()
    if (kept !== '') return kept
  }
  const made = make(randomBytes(32))
  writeFileSync(file, `${made}\n`, { mode: 0o600 })
  return made
}
