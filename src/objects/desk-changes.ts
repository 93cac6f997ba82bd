import type { Plan } from '../platform/plan.ts'
import type { SealedEndpoint } from '../platform/seal.ts'
import type { Publisher } from '../sources/publisher.ts'
import { sharingAnew } from '../sources/shared-hosts.ts'
import type { Instant } from '../text/instant.ts'
import type { Concept } from '../watches/concept.ts'
import { type WatchSet, conceptsNamed, watchesNaming } from '../watches/watch-set.ts'
import type { Watch } from '../watches/watch.ts'
import { feedEndpoint } from './alerting.ts'
import {
  type DeskPlan,
  type Objection,
  objectionToConcept,
  objectionToConceptRemoval,
  objectionToPublisher,
  objectionToRemoval,
  objectionToWatch,
} from './desk-objections.ts'
import type { DeskStore } from './desk-store.ts'
import { OWN_HEALTH, OWN_HEALTH_BEFORE } from './feed-key.ts'

/** One change of the settings: what stands against it, and what it writes. */
export interface DeskChange {
  readonly objection?: () => Objection | undefined
  /** The set of watches where it changes: it is hashed before the transaction. */
  readonly setAfter?: () => WatchSet | undefined
  /** Runs inside the transaction; tells whether something new was made. */
  readonly write: (version: number) => boolean
}

export function publisherSaved(publisher: Publisher, store: DeskStore, plan: DeskPlan): DeskChange {
  return {
    objection: () => objectionToPublisher(publisher, store, plan),
    write: (version) => {
      const before = store.list('publisher')
      const created = !before.some(({ id }) => id === publisher.id)
      store.save('publisher', publisher.id, publisher, version)
      store.soil(`publisher:${publisher.id}`, version)
      soilSharers(before, store, version)
      store.soil('list', version)
      // The feed of states is there from the first publisher on.
      if (created) store.soil('health', version)
      return created
    },
  }
}

/** Who begins to share a host with another, or shares it no longer, is told of it. */
function soilSharers(before: readonly Publisher[], store: DeskStore, version: number): void {
  for (const id of sharingAnew(before, store.list('publisher'), store.entries('hosts'))) {
    store.soil(`publisher:${id}`, version)
  }
}

export function endpointSaved(endpoint: SealedEndpoint, store: DeskStore): DeskChange {
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
export function watchSaved(watch: Watch, newKey: string, store: DeskStore, plan: Plan): DeskChange {
  const after = () => ({ ...setOf(store), watches: replaced(store.list('watch'), watch) })
  return {
    objection: () => objectionToWatch(watch, after(), store, plan),
    setAfter: () => inUse(after()),
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

/** A concept: the set changes with it where a watch names it, and so do the feeds of those. */
export function conceptSaved(concept: Concept, store: DeskStore, plan: Plan): DeskChange {
  const after = () => ({ ...setOf(store), concepts: replaced(store.list('concept'), concept) })
  return {
    objection: () => objectionToConcept(concept, after(), plan),
    setAfter: () => (watchesNaming(concept.id, after()).length > 0 ? inUse(after()) : undefined),
    write: (version) => {
      const created = store.load('concept', concept.id) === undefined
      store.save('concept', concept.id, concept, version)
      for (const { id } of watchesNaming(concept.id, after())) {
        store.soil(`endpoint:${feedEndpoint(id)}`, version)
      }
      return created
    },
  }
}

export function conceptRemoved(id: string, store: DeskStore): DeskChange {
  return {
    objection: () => objectionToConceptRemoval(id, setOf(store)),
    write: () => {
      store.remove('concept', id)
      return false
    },
  }
}

function setOf(store: DeskStore): WatchSet {
  return { concepts: store.list('concept'), watches: store.list('watch') }
}

/** A set is handed to every publisher's object: what no watch names stays here. */
function inUse(set: WatchSet): WatchSet {
  return { ...set, concepts: conceptsNamed(set) }
}

function replaced<T extends { readonly id: string }>(list: readonly T[], by: T): T[] {
  return [...list.filter(({ id }) => id !== by.id), by]
}

/** Gives the watch's feed, or the operator's of states, another address; the old one ends. */
export function feedKeyRotated(watch: string, key: string, store: DeskStore): DeskChange {
  return {
    write: (version) => {
      if (watch === OWN_HEALTH) {
        const gone = [store.load('feedKey', OWN_HEALTH_BEFORE), store.load('feedKey', watch)]
        const keys = gone.filter((one) => one !== undefined).join(' ')
        if (keys !== '') store.save('feedKey', OWN_HEALTH_BEFORE, keys, version)
      }
      store.save('feedKey', watch, key, version)
      store.soil(watch === OWN_HEALTH ? 'own-health' : `endpoint:${feedEndpoint(watch)}`, version)
      return false
    },
  }
}

/** The publisher ends; its id is never given again. */
export function publisherRemoved(
  id: string,
  at: Instant,
  erase: boolean,
  store: DeskStore,
): DeskChange {
  return {
    write: (version) => {
      const before = store.list('publisher')
      store.remove('publisher', id)
      store.remove('hosts', id)
      soilSharers(before, store, version)
      store.save('retired', id, { at, erase }, version)
      store.soil(`publisher:${id}`, version)
      store.soil('list', version)
      return false
    },
  }
}

export function watchRemoved(id: string, store: DeskStore): DeskChange {
  return {
    setAfter: () =>
      inUse({ ...setOf(store), watches: store.list('watch').filter((watch) => watch.id !== id) }),
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
