import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { api } from '../../src/http/api.ts'
import { OPERATIONS } from '../../src/http/api-operations-table.ts'
import { jsonSchemaOf } from '../../src/http/json-schema.ts'
import { openApi } from '../../src/http/open-api.ts'
import { endpointSchema, publisherSchema, watchSchema } from '../../src/http/settings-schemas.ts'
import { schemaFaults } from './schema-faults.ts'

describe('a valibot schema as JSON Schema', () => {
  it.each([
    { because: 'a text', schema: v.string(), json: { type: 'string' } },
    {
      because: 'lengths of a text',
      schema: v.pipe(v.string(), v.nonEmpty(), v.maxLength(3)),
      json: { type: 'string', minLength: 1, maxLength: 3 },
    },
    {
      because: 'lengths of a list',
      schema: v.pipe(v.array(v.number()), v.nonEmpty(), v.maxLength(3)),
      json: { type: 'array', items: { type: 'number' }, minItems: 1, maxItems: 3 },
    },
    {
      because: 'a whole number in a range',
      schema: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(9)),
      json: { type: 'integer', minimum: 5, maximum: 9 },
    },
    {
      because: 'what is strict stays strict, what has a default need not be there',
      schema: v.strictObject({ a: v.boolean(), b: v.optional(v.string(), 'x') }),
      json: {
        type: 'object',
        properties: { a: { type: 'boolean' }, b: { type: 'string', default: 'x' } },
        required: ['a'],
        additionalProperties: false,
      },
    },
    {
      because: 'a check by code has no form',
      schema: v.pipe(
        v.string(),
        v.check((text) => text !== 'no'),
      ),
      json: { type: 'string' },
    },
    {
      because: 'null is a type of its own',
      schema: v.nullable(v.literal('a')),
      json: { anyOf: [{ const: 'a' }, { type: 'null' }] },
    },
  ])('$because', ({ schema, json }) => {
    expect(jsonSchemaOf(schema)).toEqual(json)
  })

  it('knows every construct or says that it does not', () => {
    expect(() => jsonSchemaOf(v.date())).toThrow('"date"')
    expect(() => jsonSchemaOf(v.pipe(v.string(), v.emoji()))).toThrow('"emoji"')
  })

  it.each([
    {
      because: 'an id with capitals',
      schema: watchSchema,
      value: { id: 'A', name: 'n', query: 'q' },
    },
    {
      because: 'an unknown field',
      schema: watchSchema,
      value: { id: 'a', name: 'n', query: 'q', x: 1 },
    },
    { because: 'no query', schema: watchSchema, value: { id: 'a', name: 'n' } },
    {
      because: 'an unknown kind',
      schema: endpointSchema,
      value: { id: 'a', kind: 'fax', url: 'u' },
    },
    {
      because: 'a pace of nothing',
      schema: endpointSchema,
      value: { id: 'a', kind: 'slack', url: 'u', pace: 0 },
    },
    {
      because: 'an interval of a second',
      schema: publisherSchema,
      value: {
        id: 'a',
        name: { ar: 'a', en: 'a' },
        site: 's',
        sources: [{ id: 'a', language: 'ar', url: 'u', interval: 1 }],
      },
    },
  ])('refuses what the schema refuses: $because', ({ schema, value }) => {
    expect(v.safeParse(schema, value).success).toBe(false)
    expect(schemaFaults(value, jsonSchemaOf(schema))).not.toEqual([])
  })
})

it('describes every route of the API, and no other', () => {
  const routes = api.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
    .flatMap(({ method, path }) =>
      spelt(path.slice('/api/v1'.length)).map((one) => `${method} ${one}`),
    )
  const described = OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
  expect([...new Set(described)].toSorted()).toEqual([...new Set(routes)].toSorted())
})

/** hono's `/:id/:how{a|b}` as the paths that it stands for. */
function spelt(path: string): string[] {
  const choice = /:\w+\{([\w|]+)\}/.exec(path)
  const all = choice?.[1]?.split('|').map((word) => path.replace(choice[0], word)) ?? [path]
  return all.map((one) => one.replaceAll(/:(\w+)/g, '{$1}').replace(/(?<=.)\/$/, ''))
}

it('is a document of OpenAPI 3.1 in which every name is said once', () => {
  const document = openApi() as {
    readonly openapi: string
    readonly paths: Record<
      string,
      Record<string, { operationId: string; summary: string; 'x-summary-ar': string }>
    >
  }
  expect(document.openapi).toBe('3.1.0')
  const all = Object.values(document.paths).flatMap((path) => Object.values(path))
  expect(all).toHaveLength(OPERATIONS.length)
  const names = all.map(({ operationId }) => operationId)
  expect(new Set(names).size).toBe(names.length)
  expect(all.filter((one) => !/[\u0621-\u064A]/.test(one['x-summary-ar']))).toEqual([])
})
