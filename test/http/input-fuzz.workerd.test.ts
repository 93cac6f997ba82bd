import { env, exports } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import openApiFile from '../../public/api/openapi.json' with { type: 'json' }
import { resetInternet } from '../workerd/internet.ts'

/** So many wrong calls of each operation with npm test; FUZZ_RUNS makes the long run (CONTRIBUTING). */
const numRuns = Number((env as { readonly FUZZ_RUNS?: string }).FUZZ_RUNS ?? 3)

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly minimum?: number
}

interface Problem {
  readonly status: number
  readonly detail: string
  readonly detail_ar: string
  readonly errors?: readonly {
    readonly field: string
    readonly detail: string
    readonly detail_ar: string
  }[]
}

const ARABIC = /[\u0621-\u064A]{2}/

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

const OPERATIONS = Object.entries(
  openApiFile.paths as unknown as Readonly<Record<string, Readonly<Record<string, Described>>>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({ method, path, described })),
)

/** What clients send by mistake or on purpose. */
const WRONG: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    0.5,
    '',
    ' ',
    'x'.repeat(100_000),
    '\u0000',
    '\uD800',
    '\u202Eabc',
    '../../config',
    'https://',
    'https://x.example/',
    'javascript:alert(1)',
    '٢٠٢٦-١١-٢٦',
    '9999-99-99T99:99:99Z',
    '+275760-09-14T00:00:00Z',
    '((((((((((((((((((((((((((((((((((((((((',
    '__proto__',
    'constructor',
    [],
    {},
    [[[[[[[[[[[[]]]]]]]]]]]],
    JSON.parse('{"__proto__":{"admin":true},"constructor":{}}'),
    Array.from({ length: 3_000 }, () => 'x'),
  ),
  fc.json().map((text) => JSON.parse(text) as unknown),
  fc.string({ unit: 'binary' }),
)

/** A value as the schema has it, mostly: one of its parts in eight is wrong. */
function nearly(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 7, arbitrary: fitting(schema) }, { weight: 1, arbitrary: WRONG })
}

function fitting({ type, ...schema }: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(nearly))
  switch (type) {
    case 'object': {
      const members = Object.entries(schema.properties ?? {})
      return fc.record(Object.fromEntries(members.map(([name, one]) => [name, nearly(one)])), {
        requiredKeys: members.map(([name]) => name).filter((_, at) => at % 3 !== 2),
      })
    }
    case 'array':
      return fc.array(nearly(schema.items ?? {}), { maxLength: 3 })
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? 0, max: (schema.minimum ?? 0) + 100 })
    case 'boolean':
      return fc.boolean()
    case undefined:
    default:
      return fc.constantFrom('sea', 'sea-ar', 'https://sea.example/feed', 'البحر', '08:00', 'slack')
  }
}

/** A body as it is sent: JSON of this and that, or none. */
const bodies = (schema: Schema | undefined): fc.Arbitrary<string | Uint8Array> =>
  fc.oneof(
    { weight: 6, arbitrary: nearly(schema ?? {}).map((value) => JSON.stringify(value) ?? '') },
    {
      weight: 2,
      arbitrary: fc.constantFrom<string | Uint8Array>(
        '',
        '{',
        'null',
        '\uFEFF{}',
        'a=b&c=d',
        '<xml/>',
        '['.repeat(50_000),
        Uint8Array.of(0xff, 0xfe, 0x00, 0xd8),
        ' '.repeat(1_000_001),
      ),
    },
  )

const ids = fc.constantFrom(
  'sea',
  'sea-1',
  'nobody',
  'X',
  '%00',
  '%',
  '%ff',
  '%2e%2e%2f',
  '__proto__',
  'x'.repeat(5_000),
  '%D8%A8',
  '-1',
  'a-99999999999999999999',
)
const types = fc.constantFrom(
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  '',
  'text/html; charset=windows-1256',
)
const values = fc.constantFrom(
  '',
  'x',
  '0',
  '-1',
  '99999999999',
  '%00',
  '%ff',
  '%',
  'a&a=b',
  'x'.repeat(9_000),
)

const described = ({
  method,
  path,
  described: { parameters = [], requestBody },
}: (typeof OPERATIONS)[number]) => {
  const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name)
  const schema = requestBody?.content['application/json']?.schema
  return fc.record({
    method: fc.oneof(
      { weight: 8, arbitrary: fc.constant(method.toUpperCase()) },
      { weight: 1, arbitrary: fc.constantFrom('PATCH', 'PUT', 'POST', 'DELETE', 'PROPFIND') },
    ),
    path: ids.map((id) => path.replaceAll(/\{\w+\}/g, id)),
    query: fc.oneof(
      fc.constant(''),
      fc
        .tuple(fc.constantFrom('nonsense', ...names), values)
        .map(([name, value]) => `?${name}=${value}`),
    ),
    type: types,
    body: bodies(schema),
  })
}

beforeAll(async () => {
  await resetInternet()
})

it.each(OPERATIONS)(
  '$method $path: wrong input is no fault, and says what to mend',
  async (operation) => {
    await fc.assert(
      fc.asyncProperty(described(operation), async ({ method, path, query, type, body }) => {
        const headers = {
          authorization: 'Bearer a-token-for-tests-in-workerd',
          ...(type === '' ? {} : { 'content-type': type }),
        }
        const init = { method, headers, ...(method === 'GET' ? {} : { body }) }
        const response = await exports.default.fetch(
          new Request(`https://bayan.example${path}${query}`, init),
        )
        const text = await response.text()
        expect(response.status, text.slice(0, 500)).toBeLessThan(500)
        if (response.status < 400) return
        expect(response.headers.get('content-type')).toBe('application/problem+json')
        const { status, detail, detail_ar: arabic, errors = [] } = JSON.parse(text) as Problem
        expect(status).toBe(response.status)
        expect(detail).toMatch(/[A-Za-z]{3}.{7}/s)
        expect(arabic).toMatch(ARABIC)
        for (const one of errors) {
          expect(one.detail_ar, `${one.field}: ${one.detail}`).toMatch(ARABIC)
          expect(one.detail, one.field).toMatch(/[A-Za-z]{3}.{7}/s)
        }
        expect(text.length, 'an answer repeats no novel').toBeLessThan(20_000)
      }),
      { numRuns },
    )
  },
)

/** The desk's forms, by where they are sent; `:id` and the like stand for what is in the address. */
const FORMS = [
  'backup/config',
  'concepts/save',
  'concepts/:id/delete',
  'deliveries/:id/replay',
  'deliveries/:id/cancel',
  'endpoints/save',
  'endpoints/:id/test',
  'endpoints/:id/delete',
  'endpoints/:id/rotate-secret',
  'endpoints/:id/replay',
  'publishers/:id/save',
  'publishers/:id/pair',
  'publishers/:id/volatile',
  'publishers/:id/erase-statement',
  'publishers/:id/poll',
  'publishers/:id/pause',
  'publishers/:id/erase',
  'sources/look',
  'sources/save',
  'sources/:id/:id/delete',
  'translation/save',
  'watches/try',
  'watches/why',
  'watches/save',
  'watches/:id/rotate',
  'watches/:id/delete',
  'floods/:id/release',
].map((form) => ({ form }))

/** Fields that forms have, and one that none has. */
const FIELDS =
  'id ar en name site url language kind interval selectors item body query days endpoints policy secret to from group muteUntil since terms config file looked key verdict pair trust hours provider daily nonsense'.split(
    ' ',
  )

it.each(FORMS)('the desk shows what to mend in the form $form', async ({ form }) => {
  const signedIn = await sent('/desk/sign-in', 'token=a-token-for-tests-in-workerd&to=/desk')
  const cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  const filled = fc
    .array(fc.tuple(fc.constantFrom(...FIELDS), fc.oneof(values, fc.string({ unit: 'binary' }))), {
      maxLength: 8,
    })
    .map((pairs) => new URLSearchParams(pairs).toString())
  await fc.assert(
    fc.asyncProperty(ids, filled, fc.constantFrom('ar', 'en'), async (id, body, lang) => {
      const path = `/desk/${form.replaceAll(':id', id)}?lang=${lang}`
      const response = await sent(path, body, cookie)
      const text = await response.text()
      expect(response.status, text.slice(0, 500)).toBeLessThan(500)
      expect(response.status, 'it is signed in').not.toBe(401)
      if (response.status === 303) return
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(text).toContain(`<html lang="${lang}"`)
    }),
    { numRuns },
  )
})

async function sent(path: string, body: string, cookie = ''): Promise<Response> {
  return await exports.default.fetch(
    new Request(`https://bayan.example${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin: 'https://bayan.example',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        cookie,
      },
      body,
    }),
  )
}
