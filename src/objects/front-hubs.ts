import { logFault } from '../platform/log-fault.ts'
import type { TopicNews } from './hub-topic.ts'
import type { HubTopics } from './hub-topics.ts'
import type { FrontErrand } from './front-errand.ts'
import type { Outbox } from './outbox.ts'

/** Calls that one run makes. */
const TOLD_A_RUN = 10

/** What is asked of a hub. */
interface Hub {
  readonly publish: (news: TopicNews) => PromiseLike<unknown>
}

/**
 * Tells the hub of each topic of `all` what is newest. Owed until it is told, apart from the snapshot in
 * KV: when a hub that failed had the snapshot written again with each attempt, an hour of it cost more
 * than half of the free plan's writes of a day.
 */
export class FrontHubs {
  readonly #outbox: Outbox<FrontErrand>
  readonly #topics: HubTopics
  readonly #hubOf: (topic: string) => Hub

  constructor(outbox: Outbox<FrontErrand>, topics: HubTopics, hubOf: (topic: string) => Hub) {
    this.#outbox = outbox
    this.#topics = topics
    this.#hubOf = hubOf
  }

  /** After `all` was written. */
  owe(): void {
    for (const topic of this.#topics.all()) this.#outbox.addOnce('hub', topic)
  }

  /** One hub that fails is tried again alone. @param newest asked for only where somebody is told */
  async tellSome(newest: () => TopicNews, now: number): Promise<void> {
    const owed = this.#outbox.due('hub', now, TOLD_A_RUN)
    if (owed.length === 0) return
    const news = newest()
    const followed = new Set(this.#topics.all())
    await Promise.all(
      owed.map(async (row) => {
        try {
          if (followed.has(row.value)) await this.#hubOf(row.value).publish(news)
          this.#outbox.done([row])
        } catch (error) {
          logFault({ at: 'hub', topic: row.value }, error)
          this.#outbox.postpone([row], now)
        }
      }),
    )
  }
}
