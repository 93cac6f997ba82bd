import type { Instant } from '../text/instant.ts'
import type { Words } from '../text/language.ts'

/** One of the places where a text was published. */
export interface ClusterMember {
  /** The statement's id; it begins with its publisher's. */
  readonly id: string
  /** When the statement was first seen. */
  readonly seen: Instant
  /** Its publisher's name when the cluster was found. */
  readonly name: Words
}

/** What a cluster learned: statements that joined it, and one that was erased. */
export interface ClusterNews {
  readonly members: readonly ClusterMember[]
  readonly erased?: string
}

/** A text that a hundred places took over is told of twenty: those that had it first. */
export const MOST_MEMBERS = 20

/**
 * The places of a text, the first seen first, none twice. What was known stays known: the front
 * object remembers a fortnight, and a statement's cluster is for ever. Of one place alone there is
 * no cluster.
 */
export function clusterWith(
  known: readonly ClusterMember[],
  { members, erased }: ClusterNews,
): readonly ClusterMember[] {
  const all = new Map([...known, ...members].map((one) => [one.id, one]))
  if (erased !== undefined) all.delete(erased)
  const places = [...all.values()].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
  return places.length < 2 ? [] : places.slice(0, MOST_MEMBERS)
}

function orderOf({ seen, id }: ClusterMember): string {
  return `${seen} ${id}`
}
