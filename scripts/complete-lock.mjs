/**
 * Completes `package-lock.json` with builds for other systems; `--check` only says what is missing.
 *
 * Where a registry lacks a package's build for, say, macOS, `npm install` writes a lock file without
 * it, and `npm ci` then refuses that file on every system ("Missing: … from lock file"). Each missing
 * build is known by name and exact version from its parent's `optionalDependencies`; its system is
 * in its name. Run after every change of a dependency.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { completed } from './local/completed-lock.mjs'

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const { lock, added } = completed(JSON.parse(readFileSync(path, 'utf8')))

if (process.argv.includes('--check')) {
  for (const name of added) console.error(`package-lock.json lacks the optional ${name}`)
  if (added.length > 0) console.error('Mend it with: node scripts/complete-lock.mjs')
  process.exitCode = added.length > 0 ? 1 : 0
} else {
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`package-lock.json: ${added.length} optional packages added`)
}
