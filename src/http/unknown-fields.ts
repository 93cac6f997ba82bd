import { isOneEditAway } from '../watches/edit-distance.ts'
import type { SchemaNode } from './json-schema.ts'
import type { FieldProblem, Told } from './problem.ts'

/**
 * The fields of an object that its schema does not know, each with the one that was probably meant, or
 * with all that there are.
 *
 * @param path where the object stands in the input
 */
export function unknownFields(
  schema: SchemaNode,
  path: readonly (string | number)[],
  object: unknown,
): FieldProblem[] {
  const names = Object.keys(entriesAt(schema, path))
  return Object.keys(object ?? {})
    .filter((name) => !names.includes(name))
    .map((name) => ({ field: [...path, name].join('.'), ...wordsFor(name, names) }))
}

function wordsFor(name: string, names: readonly string[]): Told {
  const meant = names.find((one) => isMeant(one, name))
  const all = names.join(', ')
  return meant === undefined
    ? {
        en: `There is no field "${name}" here. There are: ${all}.`,
        ar: `لا يوجد حقل باسم "${name}" هنا. الحقول هي: ${all}.`,
      }
    : {
        en: `There is no field "${name}" here. Did you mean "${meant}"?`,
        ar: `لا يوجد حقل باسم "${name}" هنا. هل قصدت "${meant}"؟`,
      }
}

/** A letter off, another case, or the one within the other: `source` and `sources`, `urls` and `url`. */
function isMeant(name: string, given: string): boolean {
  const [one, other] = [plain(name), plain(given)]
  if (isOneEditAway(one, other)) return true
  return other.length > 3 && (one.startsWith(other) || other.startsWith(one))
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[_-]/g, '')
}

function entriesAt(
  schema: SchemaNode,
  path: readonly (string | number)[],
): Readonly<Record<string, SchemaNode>> {
  const { entries, item, wrapped, pipe } = schema
  const [first, ...rest] = path
  if (wrapped !== undefined) return entriesAt(wrapped, path)
  if (first === undefined) return entries ?? pipe?.[0]?.entries ?? {}
  const inner = item ?? pipe?.[0]?.item ?? entries?.[String(first)]
  return inner === undefined ? {} : entriesAt(inner, rest)
}
