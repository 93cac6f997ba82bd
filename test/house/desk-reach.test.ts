import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { OPERATIONS } from '../../src/http/api-operations-table.ts'

const HTTP = join(import.meta.dirname, '../../src/http')

/** Where the desk makes a call: the file, and the words in it that make it. */
type Made = readonly [file: string, words: string]

/** Why the desk does not. */
type Not = string

const SHOWN_TO_ALL: Not = 'a page for everybody shows it'
const BY_LIST: Not = 'the desk reads the list and finds it there'
const BY_PUT: Not = 'the desk chooses the id itself, and puts'

/** What an operator can do over the API, and where at the desk. A new call needs a line. */
const REACH: Readonly<Record<string, Made | Not>> = {
  'get /statements': SHOWN_TO_ALL,
  'get /statements/{id}': SHOWN_TO_ALL,
  'get /statements/{id}/revisions': SHOWN_TO_ALL,
  'get /status': SHOWN_TO_ALL,
  'get /clusters': 'the page of a statement names its other places',
  'get /publishers': ['desk-sources.tsx', "'/publishers', listOf"],
  'post /publishers': BY_PUT,
  'get /publishers/{id}': BY_LIST,
  'put /publishers/{id}': ['desk-publishers.tsx', "'PUT', `/publishers/"],
  'delete /publishers/{id}': ['desk-publishers.tsx', "'DELETE', `/publishers/"],
  'post /publishers/{id}/poll': ['desk-publishers.tsx', '/poll`'],
  'get /publishers/{id}/pairs': ['desk-publishers.tsx', '/pairs`'],
  'get /publishers/{id}/volatile': ['desk-publishers.tsx', '${path}/volatile`'],
  'put /publishers/{id}/volatile': [
    'desk-publishers.tsx',
    "'PUT', `/publishers/${pathId(context)}/volatile`",
  ],
  'put /statements/{id}/translation': ['desk-publishers.tsx', "'PUT', path, { id: other }"],
  'delete /statements/{id}/translation': ['desk-publishers.tsx', "'DELETE', path"],
  'post /statements/{id}/erase': ['desk-publishers.tsx', '/erase`'],
  'post /preview': ['desk-sources.tsx', "'POST', '/preview'"],
  'get /watches': ['desk-watches.tsx', "'/watches', listOf"],
  'post /watches': BY_PUT,
  'get /watches/{id}': BY_LIST,
  'put /watches/{id}': ['desk-watches.tsx', "'PUT', `/watches/"],
  'delete /watches/{id}': ['desk-watches.tsx', "'DELETE', `/watches/"],
  'post /watches/try': ['desk-watches.tsx', "'POST', '/watches/try'"],
  'post /watches/{id}/rotate-feed-key': ['desk-watches.tsx', '/rotate-feed-key`'],
  'get /health-feed': ['desk-endpoints.tsx', "'/health-feed', healthFeedAnswer"],
  'post /health-feed/rotate-key': ['desk-endpoints.tsx', "'/health-feed/rotate-key'"],
  'get /concepts': ['desk-concepts.tsx', "'/concepts', listOf"],
  'post /concepts': BY_PUT,
  'get /concepts/{id}': BY_LIST,
  'put /concepts/{id}': ['desk-concepts.tsx', "'PUT', `/concepts/"],
  'delete /concepts/{id}': ['desk-concepts.tsx', "'DELETE', `/concepts/"],
  'get /endpoints': ['desk-endpoints.tsx', "'/endpoints', listOf"],
  'post /endpoints': BY_PUT,
  'get /endpoints/{id}': BY_LIST,
  'put /endpoints/{id}': ['desk-endpoints.tsx', "'PUT', `/endpoints/"],
  'delete /endpoints/{id}': ['desk-endpoints.tsx', "'DELETE', `/endpoints/"],
  'post /endpoints/{id}/test': ['desk-endpoints.tsx', '/test`'],
  'post /endpoints/{id}/replay': ['desk-endpoints.tsx', "'replay', ask"],
  'post /endpoints/{id}/rotate-secret': ['desk-endpoints.tsx', "'rotate-secret', ask"],
  'get /deliveries': ['desk-deliveries.tsx', '/deliveries?'],
  'post /deliveries/{id}/replay': ['desk-deliveries.tsx', ':how{replay|cancel}'],
  'post /deliveries/{id}/cancel': ['desk-deliveries.tsx', ':how{replay|cancel}'],
  'get /floods': ['desk.tsx', "'GET', '/floods'"],
  'post /floods/{id}/release': ['desk.tsx', ':how{release|dismiss}'],
  'post /floods/{id}/dismiss': ['desk.tsx', ':how{release|dismiss}'],
  'get /translation': ['desk-translation.tsx', "'GET', '/translation'"],
  'put /translation': ['desk-translation.tsx', "'PUT', '/translation'"],
  'delete /translation': ['desk-translation.tsx', "'DELETE', '/translation'"],
  'get /config': ['desk-backup.tsx', "'/config'"],
  'put /config': ['desk-backup.tsx', "'PUT', '/config'"],
  'get /export': ['desk-backup.tsx', "'/export'"],
  'post /import': 'goes into a deployment that is not set up yet, in pieces: docs/time.md',
  'post /rebuild': 'is for a deployment whose objects were lost, the desk among them: docs/time.md',
}

it('knows of every call of the API where the desk makes it, or why it does not', () => {
  const calls = OPERATIONS.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(calls)).toEqual(new Set(Object.keys(REACH)))
})

it.each(
  Object.entries(REACH).flatMap(([call, how]) =>
    typeof how === 'string' ? [] : [{ call, file: how[0], words: how[1] }],
  ),
)('$call is made in $file', ({ file, words }) => {
  const text = readFileSync(join(HTTP, file), 'utf8').replaceAll(/\s+/g, ' ')
  expect(text).toContain(words)
})
