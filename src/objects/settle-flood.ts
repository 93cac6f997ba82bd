import type { PublisherState } from './publisher-state.ts'

/** Sends what waits in a flood, or lets it go: the alerts' errands, or undefined where none waits. */
export function settleFlood(
  number: number,
  how: 'released' | 'dismissed',
  { floods, outbox }: PublisherState,
): readonly string[] | undefined {
  const errands = floods.settle(number, how)
  if (how === 'released') for (const errand of errands ?? []) outbox.add('alert', errand)
  return errands
}
