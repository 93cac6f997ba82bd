import type { BayanEnv } from '../platform/env.ts'
import type { Wire } from '../platform/wire.ts'
import type { Neighbours } from './drain-world.ts'
import type { PublisherState } from './publisher-state.ts'

/** What a publisher's runs have of the platform: the object's own, or while the worker is loaded a stand-in. */
export interface RunHome {
  readonly env: BayanEnv
  readonly state: PublisherState
  readonly storage: Pick<DurableObjectStorage, 'transactionSync' | 'setAlarm' | 'deleteAlarm'>
  readonly wire: Wire
  readonly neighbours: () => Neighbours
  readonly clock: () => number
}
