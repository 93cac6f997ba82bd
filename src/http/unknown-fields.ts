import { isOneEditAway } from '../watches/edit-distance.ts'
import type { Words } from '../text/language.ts'
import type { SchemaNode } from './json-schema.ts'
import type { FieldProblem } from './problem.ts'

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
    .map((name) => ({ field: [...path, name].join('.'), ...unknownName(name, names, FIELD) }))
}

/** What the name should have been: in the sentences that tell it. */
export const FIELD = { en: 'field', ar: 'حقل', arAll: 'الحقول هي' }
export const PARAMETER = { en: 'parameter', ar: 'معامل', arAll: 'المعاملات هي' }

/** That there is no such name, with the one that was probably meant, or with all that there are. */
export function unknownName(name: string, names: readonly string[], of: typeof FIELD): Words {
  const en = `There is no ${of.en} "${name}" here.`
  const ar = `لا يوجد ${of.ar} باسم "${name}" هنا.`
  const meant = names.find((one) => isMeant(one, name))
  if (meant !== undefined) {
    return { en: `${en} Did you mean "${meant}"?`, ar: `${ar} هل قصدت "${meant}"؟` }
  }
  if (names.length === 0)
    return { en: `${en} This call takes none.`, ar: `${ar} لا يقبل هذا النداء شيئًا منها.` }
  const all = names.join(', ')
  return { en: `${en} There are: ${all}.`, ar: `${ar} ${of.arAll}: ${all}.` }
}

/** A letter off, another case, or the one within the other: `source` and `sources`, `urls` and `url`. */
function isMeant(name: string, given: string): boolean {
  const [one, other] = [plain(name), plain(given)]
  // One letter is one edit away from every other.
  if (one === other || (other.length > 1 && isOneEditAway(one, other))) return true
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
