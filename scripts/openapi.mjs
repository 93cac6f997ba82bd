/**
 * Writes `public/api/openapi.json` from the schemas that admit the API's input, and the words for what was refused in
 * reading beside it; `--check` only says whether they are the newest. Run after every change of a call, a schema or
 * such a word.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openApi } from '../src/http/open-api.ts'
import { READING_DETAILS } from '../src/sources/reading-details-table.ts'

const below = (name) => fileURLToPath(new URL(`../public/${name}`, import.meta.url))
const written = [
  { name: 'api/openapi.json', text: `${JSON.stringify(openApi(), undefined, 1)}\n` },
  { name: 'words/refusals.json', text: `${JSON.stringify(READING_DETAILS, undefined, 1)}\n` },
]

for (const { name, text } of written) {
  if (!process.argv.includes('--check')) writeFileSync(below(name), text)
  else if (readFileSync(below(name), 'utf8') !== text) {
    console.error(`public/${name} is old. Write it anew with: npm run openapi`)
    process.exitCode = 1
  }
}
