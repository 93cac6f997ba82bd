/**
 * Writes `public/api/openapi.json` from the schemas that admit the API's input; `--check` only says
 * whether it is the newest. Run after every change of a call or a schema.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openApi } from '../src/http/open-api.ts'

const path = fileURLToPath(new URL('../public/api/openapi.json', import.meta.url))
const text = `${JSON.stringify(openApi(), undefined, 1)}\n`

if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== text) {
    console.error('public/api/openapi.json is old. Write it anew with: npm run openapi')
    process.exitCode = 1
  }
} else {
  writeFileSync(path, text)
}
