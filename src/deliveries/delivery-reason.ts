import type { Reason } from './next-state.ts'

export const DELETED = 'gone: the endpoint was deleted'
export const ERASED = 'erased: the statement was erased'

/**
 * Why a delivery is not delivered, as its log keeps it; part of the outside contract. `testing`: a test
 * whose answer did not come yet. The words for it are in `public/words/deliveries.json`.
 */
export type DeliveryReason =
  | Reason['code']
  | 'cancelled'
  | 'expired'
  | 'overflow'
  | 'testing'
  | typeof DELETED
  | typeof ERASED
