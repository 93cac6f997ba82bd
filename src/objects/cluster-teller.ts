import { type ClusterMember, type ClusterNews, MOST_MEMBERS } from '../statements/cluster.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import type { ClusterStore } from './cluster-store.ts'
import type { FrontErrand } from './front-errand.ts'
import type { Outbox } from './outbox.ts'

/** Calls that one run makes: the free plan gives it 50. */
const TOLD_A_RUN = 10

/** What a list of places waits for each place that it has already, so that many copies are told at once. */
const GATHERED_MS = 10_000

/** Whom and what the teller needs. */
interface TellerWorld {
  readonly outbox: Outbox<FrontErrand>
  readonly clusters: ClusterStore
  readonly nameOf: (publisher: string) => ClusterMember['name']
  readonly tell: (publisher: string, number: number, news: ClusterNews) => Promise<void>
}

/**
 * Tells the publishers of a cluster's statements where else the text stands: pages and API find it
 * beside the statement then, without asking the front. Owed until it is told.
 */
export class ClusterTeller {
  readonly #world: TellerWorld

  constructor(world: TellerWorld) {
    this.#world = world
  }

  /**
   * Statements that make one cluster. The first two are told at once; each more waits for those that
   * may follow: told one by one, a hundred copies in an hour cost each its hundred calls and KV writes.
   */
  owe(statements: readonly string[], now: number): void {
    const due = now + GATHERED_MS * Math.max(statements.length - 2, 0)
    for (const id of statements) this.#world.outbox.addOnce('cluster', `${id} `, due)
  }

  /** Statements that stood in one cluster with one that was erased. */
  oweErased(statements: readonly string[], erased: string): void {
    for (const id of statements) this.#world.outbox.addOnce('cluster', `${id} ${erased}`)
  }

  async tellSome(now: number): Promise<void> {
    const { outbox, clusters, nameOf, tell } = this.#world
    for (const row of outbox.due('cluster', now, TOLD_A_RUN)) {
      const [id = '', erased = ''] = row.value.split(' ')
      const parsed = parseStatementId(id)
      const members = clusters.members(id, MOST_MEMBERS).map((one) => {
        const publisher = parseStatementId(one.id)?.publisher ?? ''
        return { id: one.id, seen: one.seen, name: nameOf(publisher) }
      })
      const news = erased === '' ? { members } : { members, erased }
      try {
        if (parsed !== undefined) await tell(parsed.publisher, parsed.number, news)
        outbox.done([row])
      } catch {
        outbox.postpone([row], now)
      }
    }
  }

  /** When something is to be told next, ms since 1970; undefined where nothing is owed. */
  next(): number | undefined {
    return this.#world.outbox.next()
  }
}
