/** All that an entity of a feed's own may be: letters, one level, so that nothing can multiply. */
const ENTITY = /<!ENTITY\s+([\w.-]{1,40})\s+(?:"([^"&%<]{0,200})"|'([^'&%<]{0,200})')\s*>/g
const MAX_ENTITIES = 100
/** Letters that the entities of one document may add. */
const MAX_GROWTH = 200_000

/**
 * A document without its DOCTYPE. Entities that it declares as plain letters stand for them; all
 * others (nested, external, parameters) are left as they are written and never fetched. Undefined
 * where the DOCTYPE never ends, or where its entities make the document grow without measure.
 */
export function withoutDoctype(text: string): string | undefined {
  const start = text.slice(0, 4_096).search(/<!doctype/i)
  if (start === -1) return text
  const bracket = text.indexOf('[', start)
  const close = text.indexOf('>', start)
  if (close === -1) return undefined
  if (bracket === -1 || bracket > close) return text.slice(0, start) + text.slice(close + 1)
  const end = text.indexOf(']', bracket)
  const behind = end === -1 ? -1 : text.indexOf('>', end)
  if (behind === -1) return undefined
  const entities = entitiesIn(text.slice(bracket, end))
  const rest = text.slice(0, start) + text.slice(behind + 1)
  return entities.size === 0 ? rest : expanded(rest, entities)
}

function entitiesIn(subset: string): Map<string, string> {
  const found = [...subset.matchAll(ENTITY)].slice(0, MAX_ENTITIES)
  return new Map(found.map(([, name = '', double, single]) => [name, double ?? single ?? '']))
}

function expanded(text: string, entities: ReadonlyMap<string, string>): string | undefined {
  let growth = 0
  const result = text.replace(/&([A-Za-z_][\w.-]{0,39});/g, (reference, name: string) => {
    const value = /^(?:lt|gt|amp|quot|apos)$/.test(name) ? undefined : entities.get(name)
    if (value === undefined || growth > MAX_GROWTH) return reference
    growth += Math.max(0, value.length - reference.length)
    return value
  })
  return growth > MAX_GROWTH ? undefined : result
}
