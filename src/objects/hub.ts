import { DurableObject } from 'cloudflare:workers'
import type { HubTopic, TopicNews } from './hub-topic.ts'
import type { HubReport, HubVerdict, HubWork } from './hub-work.ts'
import type { Wish } from './subscriber-store.ts'

/**
 * The hub (W3C WebSub) for one topic. Most isolates never run one, so that its work is no part of what every
 * isolate loads.
 */
export class HubObject extends DurableObject<Env> {
  #work: HubWork | undefined

  async #loaded(): Promise<HubWork> {
    const { HubWork } = await import('./hub-work.ts')
    this.#work ??= new HubWork(this.ctx.storage, this.env)
    return this.#work
  }

  /** Takes a wish; the callback is asked by the alarm, after the answer to whoever wished. */
  async ask(topic: HubTopic, wish: Wish): Promise<HubVerdict> {
    return await (await this.#loaded()).ask(topic, wish)
  }

  /** Takes the newest state of the topic. */
  async publish(news: TopicNews): Promise<void> {
    await (await this.#loaded()).publish(news)
  }

  /** The topic ended: everybody is told, and nobody may come again. */
  async end(reason: string): Promise<void> {
    await (await this.#loaded()).end(reason)
  }

  /** For tests and the operator: how many there are. */
  async report(): Promise<HubReport> {
    return (await this.#loaded()).report()
  }

  override async alarm(): Promise<void> {
    await (await this.#loaded()).alarm()
  }
}
