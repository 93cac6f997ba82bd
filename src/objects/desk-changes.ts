import type { Endpoint } from '../deliveries/endpoint.ts'
import type { Publisher } from '../sources/publisher.ts'
import type { Instant } from '../text/instant.ts'
import type { Watch } from '../watches/watch.ts'
import { feedEndpoint } from './alerting.ts'
import {
  type DeskPlan,
  type Objection,
  objectionToPublisher,
  objectionToRemoval,
  objectionToWatch,
} from './desk-objections.ts'
import type { DeskStore } from './desk-store.ts'

/** One change of the settings: what stands against it, and what it writes. */
export interface DeskChange {
  readonly objection?: () => Objection | undefined
  /** Given where the watches change: their set is hashed before the transaction. */
  readonly watchesAfter?: () => Watch[]
  /** Runs inside the transaction; tells whether something new was made. */
  readonly write: (version: number) => boolean
}

export function publisherSaved(publisher: Publisher, store: DeskStore, plan: DeskPlan): DeskChange {
  return {
    objection: () => objectionToPublisher(publisher, store, plan),
    write: (version) => {
      const created = store.load('publisher', publisher.id) === undefined
      store.save('publisher', publisher.id, publisher, version)
      store.soil(`publisher:${publisher.id}`, version)
      store.soil('list', version)
      // The feed of states is there from the first publisher on.
      if (created) store.soil('health', version)
      return created
    },
  }
}

export function endpointSaved(endpoint: Endpoint, store: DeskStore): DeskChange {
  return {
    write: (version) => {
      const created = store.load('endpoint', endpoint.id) === undefined
      store.save('endpoint', endpoint.id, endpoint, version)
      store.soil(`endpoint:${endpoint.id}`, version)
      return created
    },
  }
}

/** A watch, and with it its own feed behind a random key. */
export function watchSaved(watch: Watch, newKey: string, store: DeskStore): DeskChange {
  return {
    objection: () => objectionToWatch(watch, store),
    watchesAfter: () => [...store.list('watch').filter(({ id }) => id !== watch.id), watch],
    write: (version) => {
      const created = store.load('watch', watch.id) === undefined
      store.save('watch', watch.id, watch, version)
      if (store.load('feedKey', watch.id) === undefined) {
        store.save('feedKey', watch.id, newKey, version)
      }
      store.soil(`endpoint:${feedEndpoint(watch.id)}`, version)
      return created
    },
  }
}

/** Gives the watch's feed another address; the old one ends. */
export function feedKeyRotated(watch: string, key: string, store: DeskStore): DeskChange {
  return {
    write: (version) => {
      store.save('feedKey', watch, key, version)
      store.soil(`endpoint:${feedEndpoint(watch)}`, version)
      return false
    },
  }
}

/** The publisher ends; its id is never given again. */
export function publisherRemoved(id: string, at: Instant, store: DeskStore): DeskChange {
  return {
    write: (version) => {
      store.remove('publisher', id)
      store.save('retired', id, { at }, version)
      store.soil(`publisher:${id}`, version)
      store.soil('list', version)
      return false
    },
  }
}

export function watchRemoved(id: string, store: DeskStore): DeskChange {
  return {
    watchesAfter: () => store.list('watch').filter((watch) => watch.id !== id),
    write: (version) => {
      store.remove('watch', id)
      store.remove('feedKey', id)
      store.soil(`endpoint:${feedEndpoint(id)}`, version)
      return false
    },
  }
}

export function endpointRemoved(id: string, store: DeskStore): DeskChange {
  return {
    objection: () => objectionToRemoval(id, store),
    write: (version) => {
      store.remove('endpoint', id)
      store.soil(`endpoint:${id}`, version)
      return false
    },
  }
}
