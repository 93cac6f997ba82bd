/**
 * Writes `src/statements/concept-stems-table.ts` from the tables of concepts that people write; a test
 * says when it is old. Run after every change of `names-table.ts` or `topics-table.ts`.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NAMES } from '../src/statements/names-table.ts'
import { stemConcepts } from '../src/statements/stem-concepts.ts'
import { COMMON, TOPICS } from '../src/statements/topics-table.ts'

const path = fileURLToPath(new URL('../src/statements/concept-stems-table.ts', import.meta.url))
const table = (name, concepts) => `  ${name}:\n    '${stemConcepts(concepts)}',\n`

writeFileSync(
  path,
  `/** Written by \`npm run concept-stems\`, see \`stem-concepts.ts\`. By kind of concept. */
export const CONCEPT_STEMS = {
${table('name', NAMES)}${table('topic', TOPICS)}${table('common', COMMON)}} as const
`,
)
