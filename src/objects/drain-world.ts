import type { Delivery } from '../deliveries/delivery.ts'
import type { Notice } from '../deliveries/notice.ts'
import type { PublisherFace } from '../feeds/snapshot.ts'
import type { Plan } from '../platform/plan.ts'
import type { Published } from '../platform/published.ts'
import type { FrontNews } from './front-news.ts'
import type { TopicNews } from './hub-topic.ts'
import type { Owed } from './outbox.ts'
import type { PublisherErrand } from './publisher-errand.ts'
import type { PublisherState } from './publisher-state.ts'

/** Whom a publisher's object tells. */
export interface Neighbours {
  readonly published: Published
  /** Hands deliveries to an endpoint's object, which keeps them under their ids. */
  readonly deliver: (endpoint: string, deliveries: readonly Delivery[]) => Promise<void>
  /** Hands a topic's newest state to its hub; without one, the topic ended. */
  readonly hub: (topic: string, news: TopicNews | undefined) => Promise<void>
  /** Tells public hubs that a publisher's feeds changed; undefined where there are none to tell. */
  readonly ping?: ((publisher: string) => Promise<void>) | undefined
  /** Hands statements to the front object; answers with the day's KV writes of all objects. */
  readonly front: (news: FrontNews) => Promise<number>
  /** Hands notices to the desk, which knows who asked for them; each once under its id. */
  readonly note: (notices: readonly Notice[]) => Promise<void>
  /** Has the front and every endpoint forget statements, by id. */
  readonly forget: (statements: readonly string[]) => Promise<void>
}

/** What a drain needs to know besides the outbox. */
export interface DrainWorld {
  readonly face: PublisherFace
  readonly authority: string
  /** Deleted by the operator: its feeds answer 410. */
  readonly retired: boolean
  readonly state: PublisherState
  readonly neighbours: Neighbours
  readonly plan: Plan
  readonly now: number
  readonly day: string
}

/** Tells what is owed of one kind, and marks what is told. */
export type Errand = (owed: readonly Owed<PublisherErrand>[], world: DrainWorld) => Promise<void>
