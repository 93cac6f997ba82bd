/**
 * Where a value breaks a JSON Schema (2020-12): the keywords that our document uses, and an error for
 * any other, so that no promise goes unchecked.
 */
export function schemaFaults(value: unknown, schema: unknown, at = ''): string[] {
  return Object.entries(schema as Record<string, unknown>).flatMap(([keyword, rule]) => {
    const check = KEYWORDS[keyword]
    if (check === undefined) throw new Error(`the keyword "${keyword}" is not checked`)
    return check(value, rule, at, schema as Record<string, unknown>)
  })
}

type Check = (
  value: unknown,
  rule: unknown,
  at: string,
  schema: Record<string, unknown>,
) => string[]

const fault = (isWrong: boolean, at: string, what: string): string[] =>
  isWrong ? [`${at || '/'} ${what}`] : []

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const KEYWORDS: Readonly<Record<string, Check>> = {
  type: (value, rule, at) => {
    const fits = {
      string: typeof value === 'string',
      number: typeof value === 'number',
      integer: Number.isInteger(value),
      boolean: typeof value === 'boolean',
      null: value === null,
      array: Array.isArray(value),
      object: isObject(value),
    }[rule as 'string']
    return fault(fits !== true, at, `is no ${String(rule)}: ${JSON.stringify(value)}`)
  },
  const: (value, rule, at) => fault(value !== rule, at, `is not ${JSON.stringify(rule)}`),
  enum: (value, rule, at) =>
    fault(!(rule as unknown[]).includes(value), at, `is none of ${JSON.stringify(rule)}`),
  anyOf: (value, rule, at) => {
    const faults = (rule as unknown[]).map((one) => schemaFaults(value, one, at))
    return faults.some((list) => list.length === 0) ? [] : faults.flat()
  },
  items: (value, rule, at) =>
    Array.isArray(value)
      ? value.flatMap((one, index) => schemaFaults(one, rule, `${at}/${index}`))
      : [],
  properties: (value, rule, at) =>
    isObject(value)
      ? Object.entries(rule as Record<string, unknown>).flatMap(([name, one]) =>
          Object.hasOwn(value, name) ? schemaFaults(value[name], one, `${at}/${name}`) : [],
        )
      : [],
  required: (value, rule, at) =>
    isObject(value)
      ? (rule as string[])
          .filter((name) => !Object.hasOwn(value, name))
          .map((name) => `${at}/${name} is missing`)
      : [],
  additionalProperties: (value, rule, at, schema) => {
    if (!isObject(value)) return []
    const known = Object.keys((schema['properties'] ?? {}) as object)
    const others = Object.keys(value).filter((name) => !known.includes(name))
    if (rule === false) return others.map((name) => `${at}/${name} is not known`)
    return others.flatMap((name) => schemaFaults(value[name], rule, `${at}/${name}`))
  },
  pattern: (value, rule, at) =>
    fault(
      typeof value === 'string' && !new RegExp(rule as string).test(value),
      at,
      'breaks the pattern',
    ),
  minLength: (value, rule, at) =>
    fault(typeof value === 'string' && value.length < (rule as number), at, 'is too short'),
  maxLength: (value, rule, at) =>
    fault(typeof value === 'string' && value.length > (rule as number), at, 'is too long'),
  minItems: (value, rule, at) =>
    fault(Array.isArray(value) && value.length < (rule as number), at, 'has too few'),
  maxItems: (value, rule, at) =>
    fault(Array.isArray(value) && value.length > (rule as number), at, 'has too many'),
  minimum: (value, rule, at) =>
    fault(typeof value === 'number' && value < (rule as number), at, 'is too small'),
  maximum: (value, rule, at) =>
    fault(typeof value === 'number' && value > (rule as number), at, 'is too large'),
  exclusiveMinimum: (value, rule, at) =>
    fault(typeof value === 'number' && value <= (rule as number), at, 'is too small'),
  format: (value, _rule, at) =>
    fault(typeof value === 'string' && Number.isNaN(Date.parse(value)), at, 'is no time'),
  default: () => [],
}
