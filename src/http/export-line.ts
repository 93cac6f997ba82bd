import type { Archived } from '../objects/restore-statement.ts'
import { SLUG } from '../platform/kv-keys.ts'
import { type Learned, VERDICTS, type VolatilePart } from '../statements/volatility.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import { isRecord } from '../text/json.ts'

/** A line of an export. */
type ExportLine =
  | { readonly kind: 'deployment'; readonly authority: string }
  | { readonly kind: 'statement'; readonly publisher: string; readonly archived: Archived }
  | { readonly kind: 'volatile'; readonly publisher: string; readonly learned: Learned }

/** Undefined for what no export of this version wrote. */
export function readExportLine(value: unknown): ExportLine | undefined {
  if (!isRecord(value)) return undefined
  const { kind, authority, published, older } = value
  if (kind === 'volatile') return readLearned(value)
  if (kind === 'deployment')
    return value['format'] === 1 && typeof authority === 'string' ? { kind, authority } : undefined
  if (kind !== 'statement' || !isRecord(published) || published['format'] !== 1) return undefined
  const { statement, identity, revisions, alerts } = published
  const lists = [identity, revisions, alerts, older]
  if (!isRecord(statement) || !lists.every((list) => Array.isArray(list))) return undefined
  const { id, publisher } = statement
  if (typeof id !== 'string' || typeof publisher !== 'string') return undefined
  if (parseStatementId(id)?.publisher !== publisher) return undefined
  // Members beyond these were written by us: the format in the line names their shape.
  return { kind, publisher, archived: { published, older } as unknown as Archived }
}

function readLearned(value: Record<string, unknown>): ExportLine | undefined {
  const { publisher, source, parts } = value
  if (value['format'] !== 1 || typeof publisher !== 'string' || typeof source !== 'string')
    return undefined
  const isPart = (part: unknown) =>
    isRecord(part) &&
    typeof part['key'] === 'string' &&
    VERDICTS.some((verdict) => verdict === part['verdict']) &&
    Array.isArray(part['statements'])
  if (!SLUG.test(publisher) || !Array.isArray(parts) || !parts.every(isPart)) return undefined
  return { kind: 'volatile', publisher, learned: { source, parts: parts as VolatilePart[] } }
}
