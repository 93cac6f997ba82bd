import type { EndpointKindName } from './endpoint.ts'

/** More waiting alerts than a person reads one by one go as one digest; 0: never, machines read all. */
export function backlogOf(kind: EndpointKindName): number {
  return kind === 'webhook' || kind === 'feed' ? 0 : 20
}
