import type { BayanEnv } from '../platform/env.ts'
import type { Wire } from '../platform/wire.ts'
import type { Neighbours } from './drain-world.ts'
import type { Asked } from './shared-turns.ts'
import type { PublisherState } from './publisher-state.ts'

/** What a publisher's runs have of the platform: the object's own, or while the worker is loaded a stand-in. */
export interface RunHome {
  readonly env: BayanEnv
  readonly state: PublisherState
  readonly storage: Pick<DurableObjectStorage, 'transactionSync' | 'setAlarm' | 'deleteAlarm'>
  readonly wire: Wire
  readonly neighbours: () => Neighbours
  /** Asks a shared host's object for its turn. */
  readonly turn: (host: string, who: string, isPressing: boolean) => Promise<Asked>
  readonly clock: () => number
}
