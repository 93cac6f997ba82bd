import { problemAnswer } from './answer-schemas.ts'
import type { Operation } from './api-operation.ts'
import { OPERATIONS } from './api-operations-table.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts'

const PREFIX = '/api/v1'

/** The API as an OpenAPI 3.1 document, made from the very schemas that admit its input. */
export function openApi(): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of OPERATIONS) {
    const path = PREFIX + operation.path
    paths[path] = { ...paths[path], [operation.method]: described(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bayan',
      version: '1',
      summary: 'Statements as organisations publish them, and who is told of them.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    // From where the document itself was read.
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: jsonSchemaOf(problemAnswer) },
    },
  }
}

function described(operation: Operation): JsonSchema {
  const { does, isPublic = false, body, answers } = operation
  return {
    operationId: nameOf(operation),
    summary: does.en,
    'x-summary-ar': does.ar,
    security: isPublic ? [] : [{ token: [] }],
    parameters: parametersOf(operation),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: content(jsonSchemaOf(body)) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, schema]) => [
          status,
          {
            description: 'Done.',
            ...(schema === null ? {} : { content: content(jsonSchemaOf(schema)) }),
          },
        ]),
      ),
      default: {
        description: 'Not done: `detail` says what to mend, `detail_ar` the same in Arabic.',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  }
}

function parametersOf({ path, query = {} }: Operation): JsonSchema[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(query).map(([name, schema]) => ({
    name,
    in: 'query',
    schema: jsonSchemaOf(schema),
  }))
  return [...inPath, ...inQuery]
}

/** `putPublishersById` of `PUT /publishers/{id}`. */
function nameOf({ method, path }: Operation): string {
  const words = path
    .replaceAll(/\{(\w+)\}/g, 'by-$1')
    .split(/[/-]/)
    .filter((word) => word !== '')
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function content(schema: JsonSchema): JsonSchema {
  return { 'application/json': { schema } }
}
