import type { Instant } from '../text/instant.ts'
import type { Settings } from './settings.ts'

/** What a topic says now. */
export interface TopicState {
  readonly body: string
  /** When the newest change in it was. */
  readonly updated: Instant
}

interface Numbered extends TopicState {
  readonly number: number
}

const NONE: Numbered = { number: 0, body: '', updated: '' }

/** The newest version of a topic, as its hub knows it. Versions have numbers: each subscriber has one. */
export class HubVersion {
  readonly #settings: Settings
  #version: Numbered | undefined

  constructor(settings: Settings) {
    this.#settings = settings
  }

  current(): Numbered {
    this.#version ??= this.#settings.load<Numbered>('version') ?? NONE
    return this.#version
  }

  /** A new version that everybody is owed; false where the topic says what it said. */
  raise(state: TopicState): boolean {
    const { number, body } = this.current()
    if (state.body === body) return false
    this.#save({ ...state, number: number + 1 })
    return true
  }

  /** What the topic says as its first subscriber comes: nobody else is there to be owed anything. */
  begin(state: TopicState): void {
    this.#save({ ...state, number: this.current().number })
  }

  /**
   * The version that a new subscriber has: the newest, unless the topic has changed since it was read.
   * @param seen the newest change in the feed as it was served when the wish came
   */
  hadBy(seen: Instant): number {
    const { number, updated } = this.current()
    return seen < updated ? number - 1 : number
  }

  #save(version: Numbered): void {
    this.#settings.save('version', version)
    this.#version = version
  }
}
