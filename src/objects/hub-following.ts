import { ALL } from '../feeds/feed-address.ts'
import { type BayanEnv, baseUrlOf, publicHubsOf } from '../platform/env.ts'
import { type HubTopic, renderTopic, topicName } from './hub-topic.ts'
import type { HubVersion } from './hub-version.ts'
import type { Settings } from './settings.ts'

/**
 * Whether whoever publishes a topic hands it over to its hub: only while somebody subscribes, so that
 * nothing is spent on topics that nobody reads.
 */
export class HubFollowing {
  readonly #env: BayanEnv
  readonly #settings: Settings
  readonly #version: HubVersion
  /** The change under way; there is one at a time. */
  #change: Promise<void> | undefined

  constructor(env: BayanEnv, settings: Settings, version: HubVersion) {
    this.#env = env
    this.#settings = settings
    this.#version = version
  }

  /** Asked before somebody becomes a subscriber. Forty callbacks are asked at once and share a call. */
  async begin(topic: HubTopic): Promise<void> {
    await this.#change?.catch(() => undefined)
    if (this.#isFollowed()) return
    await this.#once(topic, true)
  }

  /** Brings it to what the number of subscribers asks for, where no change is under way. */
  async adjust(topic: HubTopic, subscribers: number): Promise<void> {
    const isFollowed = subscribers > 0
    if (this.#change === undefined && this.#isFollowed() !== isFollowed) {
      await this.#once(topic, isFollowed)
    }
  }

  async #once(topic: HubTopic, isFollowed: boolean): Promise<void> {
    this.#change ??= this.#follow(topic, isFollowed).finally(() => {
      this.#change = undefined
    })
    await this.#change
  }

  /** The answer says how the topic stands: who read the feed before that is owed the difference. */
  async #follow(topic: HubTopic, isFollowed: boolean): Promise<void> {
    const env = this.#env
    const { number } = this.#version.current()
    const front = env.FRONT.getByName('front')
    const source = topic.of === ALL ? front : env.PUBLISHERS.getByName(topic.of)
    const news = await source.followTopic(topicName(topic), isFollowed)
    const state =
      news === undefined ? undefined : renderTopic(topic, news, baseUrlOf(env), publicHubsOf(env))
    // What was published while this answer was on its way is newer.
    const isNewest = this.#version.current().number === number
    if (isFollowed && state !== undefined && isNewest) this.#version.begin(state)
    this.#settings.save('followed', isFollowed)
  }

  #isFollowed(): boolean {
    return this.#settings.load<boolean>('followed') ?? false
  }
}
