import * as v from 'valibot'
import type { DescribedCall } from '../pages/api-page.tsx'
import type { BayanEnv } from '../platform/env.ts'

/** What is shown of the OpenAPI document; the document itself is a file beside the worker. */
const documentSchema = v.object({
  paths: v.record(
    v.string(),
    v.record(
      v.string(),
      v.object({
        summary: v.string(),
        'x-summary-ar': v.string(),
        security: v.array(v.unknown()),
        parameters: v.array(v.object({ name: v.string(), in: v.string() })),
        requestBody: v.optional(v.object({ content: v.unknown() })),
      }),
    ),
  ),
})

/** The calls of the API as its page shows them; none where the file cannot be read. */
export async function describedCalls(env: BayanEnv): Promise<DescribedCall[]> {
  const response = await env.ASSETS.fetch('https://assets.internal/api/openapi.json')
  if (!response.ok) return []
  const { paths } = v.parse(documentSchema, await response.json())
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => ({
      name: `${method.toUpperCase()} ${path}`,
      does: { en: call.summary, ar: call['x-summary-ar'] },
      isPublic: call.security.length === 0,
      query: call.parameters.filter((one) => one.in === 'query').map(({ name }) => name),
      body: call.requestBody?.content,
    })),
  )
}
