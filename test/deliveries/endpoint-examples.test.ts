import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ENDPOINT_KIND_NAMES } from '../../src/deliveries/endpoint.ts'
import { endpointOf, render } from './render.ts'
import { deliveryOf, paired } from './sample-alerts.ts'

const DOCUMENT = join(import.meta.dirname, '../../docs/endpoints.md')
const MARK = '<!-- What follows is written by test/deliveries/endpoint-examples.test.ts -->'

/** Run with `-u` after a change of a kind: the document's second half is written anew. */
it('the document shows each kind\u2019s message as it is sent', async () => {
  const [written] = readFileSync(DOCUMENT, 'utf8').split(MARK)
  const examples = await Promise.all(
    ENDPOINT_KIND_NAMES.map(async (kind) => {
      const {
        method = 'POST',
        url = endpointOf(kind).url,
        body,
      } = await render(kind, deliveryOf(paired))
      const shown = JSON.stringify(JSON.parse(body), null, 2)
      // No language is named: a formatter would write it otherwise.
      return `### \`${kind}\`\n\n\`\`\`text\n${method} ${url}\n\n${shown}\n\`\`\`\n`
    }),
  )
  await expect(`${written}${MARK}\n\n${examples.join('\n')}`).toMatchFileSnapshot(DOCUMENT)
})
