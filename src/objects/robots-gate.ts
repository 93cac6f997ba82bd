import type { Get } from '../sources/get.ts'
import type { Refusal } from '../sources/reading.ts'
import {
  EVERYTHING_ALLOWED,
  ROBOTS_BYTES,
  type Robots,
  isAllowed,
  parseRobots,
} from '../sources/robots.ts'
import type { Settings } from './settings.ts'

/** The name by which robots.txt may speak of us. */
const PRODUCT = 'Bayan'

/** What a site said, and when it is asked again. */
interface Kept {
  readonly robots: Robots
  readonly until: number
}

const MOST_ALLOWED = 50
/** Listings link to strangers' pages, each site with rules of its own. */
const MOST_KEPT = 50
/** For so long what a site said last stands in for what it cannot say. */
const FORGOTTEN_MS = 30 * 24 * 3_600_000

const KEPT_MS = 24 * 3_600_000
/** What forbids a source is asked anew at its daily look, whatever page of it was asked for shortly before. */
const FORBIDDING_MS = 2 * 3_600_000
/** A site that could not answer is asked again sooner. */
const RETRY_MS = 3_600_000

/** Where it is kept what sites said. */
type RobotsMemory = Pick<Settings, 'load' | 'save' | 'prune'>

/** For a single look, which keeps nothing. */
export const NO_MEMORY: RobotsMemory = {
  load: () => undefined,
  save: () => undefined,
  prune: () => undefined,
}

/** What the gate needs to ask a site. */
export interface GateWorld {
  readonly get: Get
  readonly agent: string
  readonly clock: () => number
}

/**
 * Asks each site's robots.txt, at most once a day, before anything else is asked there.
 *
 * A missing one allows everything (RFC 9309, 2.3.1.3). One that cannot be had, by a 5xx or a broken
 * connection, leaves what it said last; where it never said anything, everything is allowed: the
 * RFC would have us stay away, and a site whose robots.txt is broken for ever would be lost for ever.
 * Redirects are judged by the address that was asked, not by the one they lead to.
 */
export class RobotsGate {
  readonly #settings: RobotsMemory
  /** Beside the stored ones, so that a poll of every minute reads no row for it. */
  readonly #known = new Map<string, Kept>()

  /** Addresses that were found to be allowed, and until when: a listing is asked for every minute. */
  readonly #allowed = new Map<string, number>()

  constructor(settings: RobotsMemory) {
    this.#settings = settings
  }

  /** The same `get`, which refuses what robots.txt forbids without asking for it. */
  behind(world: GateWorld): Get {
    return async (request) => {
      const { url } = request
      if ((this.#allowed.get(url) ?? 0) > world.clock()) return await world.get(request)
      return (await this.#refusal(url, world)) ?? (await world.get(request))
    }
  }

  async #refusal(url: string, world: GateWorld): Promise<Refusal | undefined> {
    const { origin, pathname } = new URL(url)
    const known = this.#known.get(origin) ?? this.#settings.load<Kept>(nameOf(origin))
    const kept =
      known !== undefined && known.until > world.clock()
        ? known
        : await this.#ask(url, known?.robots, world)
    if ('kind' in kept) return kept
    if (this.#known.size >= MOST_KEPT) this.#known.clear()
    this.#known.set(origin, kept)
    if (isAllowed(kept.robots, url)) {
      if (this.#allowed.size >= MOST_ALLOWED) this.#allowed.clear()
      this.#allowed.set(url, kept.until)
      return undefined
    }
    return { kind: 'refused', reason: 'robots', detail: ['robots', origin, pathname] }
  }

  /** @param wanted the address that is to be asked when its site allows it */
  async #ask(
    wanted: string,
    before: Robots | undefined,
    world: GateWorld,
  ): Promise<Kept | Refusal> {
    const { get, agent, clock } = world
    const { origin } = new URL(wanted)
    const headers = { 'user-agent': agent, accept: 'text/plain, */*;q=0.1' }
    const answer = await get({ url: `${origin}/robots.txt`, headers, maxBytes: ROBOTS_BYTES })
    // Not the site's answer: nobody asked it.
    if (answer.kind === 'refused' && answer.reason === 'busy') return answer
    const unreachable =
      answer.kind === 'refused'
        ? answer.reason !== 'too-large'
        : answer.status >= 500 || answer.status === 429
    const robots = unreachable
      ? (before ?? EVERYTHING_ALLOWED)
      : answer.kind === 'answer' && answer.status === 200
        ? parseRobots(new TextDecoder().decode(answer.bytes), PRODUCT)
        : EVERYTHING_ALLOWED
    const keptMs = isAllowed(robots, wanted) ? KEPT_MS : FORBIDDING_MS
    const kept = { robots, until: clock() + (unreachable ? RETRY_MS : keptMs) }
    this.#settings.save(nameOf(origin), kept)
    this.#settings.prune('robots', {
      by: '$.until',
      least: clock() - FORGOTTEN_MS,
      most: MOST_KEPT,
    })
    return kept
  }
}

function nameOf(origin: string): string {
  return `robots ${origin}`
}
