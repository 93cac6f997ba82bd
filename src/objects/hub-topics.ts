import type { Settings } from './settings.ts'

/** The topics that somebody subscribes to, as whoever publishes them knows it: names of hub objects. */
export class HubTopics {
  readonly #settings: Settings

  constructor(settings: Settings) {
    this.#settings = settings
  }

  all(): readonly string[] {
    return this.#settings.load<readonly string[]>('hubTopics') ?? []
  }

  set(name: string, isFollowed: boolean): void {
    const others = this.all().filter((one) => one !== name)
    this.#settings.save('hubTopics', isFollowed ? [...others, name] : others)
  }
}

/** Subscriptions that the free plan carries, all topics together: each update costs a request each. */
const FREE_SEATS = 100

/** How many subscribers each topic has, kept by the front object for the whole deployment. */
export class HubSeats {
  readonly #settings: Settings

  constructor(settings: Settings) {
    this.#settings = settings
  }

  set(topic: string, seats: number): void {
    const { [topic]: _before, ...others } = this.#load()
    this.#settings.save('hubSeats', seats === 0 ? others : { ...others, [topic]: seats })
  }

  /** Takes seats for a topic; the reason where the plan has none left. */
  take(topic: string, seats: number, isFree: boolean): string | undefined {
    const { [topic]: _before, ...others } = this.#load()
    const sum = Object.values(others).reduce((total, one) => total + one, seats)
    if (isFree && sum > FREE_SEATS) {
      return `the free plan carries ${FREE_SEATS} subscriptions a deployment, and all are taken`
    }
    this.set(topic, seats)
    return undefined
  }

  #load(): Record<string, number> {
    return this.#settings.load('hubSeats') ?? {}
  }
}
