/** A JSON Schema of the dialect 2020-12, as OpenAPI 3.1 has it. */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * A valibot schema or action as it lies in memory. What the converter does not read is left out here;
 * every schema of the library fits.
 */
export interface SchemaNode {
  readonly kind: string
  readonly type: string
  readonly pipe?: readonly SchemaNode[]
  readonly entries?: Readonly<Record<string, SchemaNode>>
  readonly item?: SchemaNode
  readonly value?: SchemaNode
  readonly wrapped?: SchemaNode
  readonly options?: readonly unknown[]
  readonly literal?: unknown
  readonly requirement?: unknown
  readonly default?: unknown
}

/**
 * A valibot schema as JSON Schema: the constructs that this project's schemas are made of, and an error
 * for any other, so that a new one cannot go missing from the document. Own code: a library for all of
 * valibot weighs more than all of our schemas.
 *
 * Checks by code (`v.check`) have no form in JSON Schema; the answer to a refusal explains them.
 */
export function jsonSchemaOf(node: SchemaNode): JsonSchema {
  const [first = node, ...actions] = node.pipe ?? []
  return Object.assign({}, plainSchema(first), ...actions.map((one) => constraint(one, first)))
}

function plainSchema(node: SchemaNode): JsonSchema {
  const { type } = node
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return { type }
    case 'unknown':
    case 'any':
      return {}
    case 'literal':
      return { const: node.literal }
    case 'picklist':
      return { enum: node.options }
    case 'array':
      return { type: 'array', items: jsonSchemaOf(inside(node.item, type)) }
    case 'record':
      return { type: 'object', additionalProperties: jsonSchemaOf(inside(node.value, type)) }
    case 'union':
    case 'variant':
      return { anyOf: (node.options ?? []).filter(isNode).map(jsonSchemaOf) }
    case 'nullable':
      return { anyOf: [jsonSchemaOf(inside(node.wrapped, type)), { type: 'null' }] }
    case 'optional':
    case 'exact_optional':
      return { ...jsonSchemaOf(inside(node.wrapped, type)), ...defaultOf(node) }
    case 'object':
    case 'strict_object':
    case 'loose_object':
      return objectSchema(node)
    default:
      throw new Error(`no JSON Schema is known for valibot's "${type}"`)
  }
}

function objectSchema({ type, entries = {} }: SchemaNode): JsonSchema {
  const all = Object.entries(entries)
  const required = all.filter(([, one]) => !OPTIONAL.has(one.type)).map(([name]) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(all.map(([name, one]) => [name, jsonSchemaOf(one)])),
    ...(required.length === 0 ? {} : { required }),
    ...(type === 'strict_object' ? { additionalProperties: false } : {}),
  }
}

const OPTIONAL = new Set(['optional', 'exact_optional', 'nullish'])

function defaultOf({ default: given }: SchemaNode): JsonSchema {
  return given === undefined ? {} : { default: given }
}

/** What a step of a pipe adds; lengths are of a text or of a list. */
function constraint({ type, requirement }: SchemaNode, of: SchemaNode): JsonSchema {
  const isList = of.type === 'array'
  switch (type) {
    case 'regex':
      return { pattern: requirement instanceof RegExp ? requirement.source : '' }
    case 'non_empty':
      return isList ? { minItems: 1 } : { minLength: 1 }
    case 'min_length':
      return isList ? { minItems: requirement } : { minLength: requirement }
    case 'max_length':
      return isList ? { maxItems: requirement } : { maxLength: requirement }
    case 'integer':
      return { type: 'integer' }
    case 'min_value':
      return { minimum: requirement }
    case 'max_value':
      return { maximum: requirement }
    case 'gt_value':
      return { exclusiveMinimum: requirement }
    case 'iso_timestamp':
      return { format: 'date-time' }
    // By code, or about the form in which it is kept.
    case 'check':
    case 'transform':
    case 'trim':
      return {}
    default:
      throw new Error(`no JSON Schema is known for valibot's action "${type}"`)
  }
}

function inside(node: SchemaNode | undefined, of: string): SchemaNode {
  if (node === undefined) throw new Error(`valibot's "${of}" holds nothing`)
  return node
}

function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'kind' in value
}
