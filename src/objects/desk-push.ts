import { sharedHosts } from '../sources/shared-hosts.ts'
import { deliveryId } from '../deliveries/delivery-id.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import type { PublisherFace } from '../feeds/snapshot.ts'
import { HEALTH, kvKeys } from '../platform/kv-keys.ts'
import { logFault } from '../platform/log-fault.ts'
import type { PublicPublisher, Published } from '../platform/published.ts'
import { conceptsNamed } from '../watches/watch-set.ts'
import { feedEndpoint } from './alerting.ts'
import type { DeskStore, Dirty } from './desk-store.ts'
import type { EndpointOrders } from './endpoint-orders.ts'
import { OWN_HEALTH, OWN_HEALTH_BEFORE } from './feed-key.ts'
import { SELF } from './health-entries.ts'
import type { PublisherOrders } from './publisher-orders.ts'
import { TRANSLATION, machineRules } from './translation-setting.ts'
import type { TranslatorOrders } from './translator-orders.ts'

/** Whom the desk tells. */
export interface DeskNeighbours {
  readonly endpoint: (name: string, orders: EndpointOrders) => Promise<void>
  readonly publisher: (id: string, orders: PublisherOrders) => Promise<void>
  readonly translator: (orders: TranslatorOrders) => Promise<void>
  readonly published: Published
  /** Hands deliveries to an endpoint's object, which keeps each once under its id. */
  readonly deliver: (endpoint: string, deliveries: readonly Delivery[]) => Promise<void>
}

/** Targets that one run tells: each is a call, and a run has 50 of them on the free plan. */
const BATCH = 30

/** Tells everybody who is still to be told, endpoints first. One that fails holds up no other. */
export async function push(
  store: DeskStore,
  neighbours: DeskNeighbours,
  now: number,
): Promise<void> {
  let shared: ReadonlyMap<string, readonly string[]> | undefined
  // Of all publishers: worked out once, and only where one is told.
  const sharedBy = (id: string) => {
    shared ??= sharedHosts(store.list('publisher'), store.entries('hosts'))
    return shared.get(id)
  }
  for (const dirty of store.dirty(now, BATCH)) {
    try {
      await tell(dirty, store, neighbours, sharedBy)
      store.clean(dirty)
    } catch (error) {
      logFault({ at: 'push', target: dirty.target }, error)
      store.postpone(dirty, now)
    }
  }
}

async function tell(
  dirty: Dirty,
  store: DeskStore,
  neighbours: DeskNeighbours,
  sharedBy: (publisher: string) => readonly string[] | undefined,
): Promise<void> {
  const { target } = dirty
  if (target === 'list') return await neighbours.published.savePublishers(publicList(store))
  if (target === 'health') return await publishHealth(store, neighbours.published)
  if (target === 'own-health') return await publishOwnHealth(store, neighbours.published)
  if (target === 'translator') return await neighbours.translator(translatorOrders(store))
  // A watch's feed is called `feed:{watch}`: only the first colon parts kind and name.
  const name = target.slice(target.indexOf(':') + 1)
  if (target.startsWith('notice:')) return await tellNotice(name, store, neighbours)
  if (target.startsWith('endpoint:'))
    return await neighbours.endpoint(name, endpointOrders(name, store))
  return await neighbours.publisher(name, publisherOrders(name, store, sharedBy(name)))
}

function facesOf(store: DeskStore): Record<string, PublisherFace> {
  return Object.fromEntries(
    store.list('publisher').map(({ id, name, site }) => [id, { id, name, site }]),
  )
}

/** The same with endpoints and floods, behind a key; nowhere where the operator made none. */
async function publishOwnHealth(store: DeskStore, published: Published): Promise<void> {
  const before = store.load('feedKey', OWN_HEALTH_BEFORE)
  for (const key of before?.split(' ') ?? []) await published.remove(kvKeys.watchFeed(HEALTH, key))
  // A key that was rotated out meanwhile is taken away by the push that follows.
  if (store.load('feedKey', OWN_HEALTH_BEFORE) === before)
    store.remove('feedKey', OWN_HEALTH_BEFORE)
  const key = store.load('feedKey', OWN_HEALTH)
  if (key === undefined) return
  const self = { id: SELF, name: { ar: 'بيان', en: 'Bayan' }, site: '' }
  const faces = { [SELF]: self, ...facesOf(store) }
  const { bytes, updated } = store.ownHealth.snapshot('own-health', faces)
  const authority = store.authority()
  await published.saveSnapshot(kvKeys.watchFeed(HEALTH, key), bytes, { updated, authority })
}

async function publishHealth(store: DeskStore, published: Published): Promise<void> {
  const { bytes, updated } = store.health.snapshot(HEALTH, facesOf(store))
  const authority = store.authority()
  await published.saveSnapshot(kvKeys.snapshot(HEALTH), bytes, { updated, authority })
}

/** To every endpoint that asks for notices now; told twice, each keeps it once. */
async function tellNotice(
  id: string,
  store: DeskStore,
  { deliver }: DeskNeighbours,
): Promise<void> {
  const notice = store.loadNotice(id)
  if (notice === undefined) return
  const asking = store.list('endpoint').filter(({ notices }) => notices === true)
  await Promise.all(
    asking.map(async ({ id: endpoint }) => {
      const delivery = await deliveryId(id, endpoint)
      await deliver(endpoint, [{ id: delivery, endpoint, message: { kind: 'notice', notice } }])
    }),
  )
  store.removeNotice(id)
}

function publisherOrders(
  id: string,
  store: DeskStore,
  shared: readonly string[] | undefined,
): PublisherOrders {
  const publisher = store.load('publisher', id) ?? null
  const translation = machineRules(store.load('translation', TRANSLATION))
  return {
    version: store.version(),
    authority: store.authority(),
    publisher,
    erase: store.load('retired', id)?.erase === true,
    ...(translation === undefined ? {} : { translation }),
    ...(shared === undefined ? {} : { sharedHosts: shared }),
    watchVersion: store.watchVersion(),
  }
}

function translatorOrders(store: DeskStore): TranslatorOrders {
  const translation = store.load('translation', TRANSLATION) ?? null
  return { version: store.version(), translation }
}

/** Orders for an operator's endpoint, or for the endpoint that is a watch's own feed. */
export function endpointOrders(name: string, store: DeskStore): EndpointOrders {
  const version = store.version()
  const watchId = name.startsWith(FEED_PREFIX) ? name.slice(FEED_PREFIX.length) : undefined
  if (watchId === undefined) {
    const endpoint = store.load('endpoint', name) ?? null
    return { version, endpoint, saved: store.versionOf('endpoint', name), feed: null }
  }
  const watch = store.load('watch', watchId)
  const key = store.load('feedKey', watchId)
  if (watch === undefined || key === undefined)
    return { version, endpoint: null, saved: 0, feed: null }
  const endpoint = { id: name, kind: 'feed', pace: FEED_PACE } as const
  const concepts = conceptsNamed({ concepts: store.list('concept'), watches: [watch] })
  const feed = { watch, concepts, key, authority: store.authority() }
  return { version, endpoint, saved: 0, feed }
}

const FEED_PREFIX = feedEndpoint('')

/** KV takes one write a second a key. */
const FEED_PACE = 1

function publicList(store: DeskStore): PublicPublisher[] {
  return store.list('publisher').map(({ id, name, site, sources }) => ({
    id,
    name,
    site,
    languages: [...new Set(sources.map((source) => source.language))].sort(),
    sources: sources.map(({ id: source, language, url }) => ({ id: source, language, url })),
  }))
}
