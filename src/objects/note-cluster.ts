import { type ClusterNews, clusterWith } from '../statements/cluster.ts'
import type { PublisherState } from './publisher-state.ts'

/** Keeps where else a statement's text was published, and publishes it anew where that is news. */
export function noteCluster(number: number, news: ClusterNews, state: PublisherState): void {
  const kept = state.statements.load(number)
  if (kept === undefined) return
  const { cluster: known = [], ...rest } = kept
  const cluster = clusterWith(known, news)
  if (JSON.stringify(cluster) === JSON.stringify(known)) return
  state.statements.saveShell(number, cluster.length === 0 ? rest : { ...rest, cluster })
  state.outbox.addOnce('publish', String(number))
}
