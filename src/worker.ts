import { env } from 'cloudflare:workers'
import { warmFeeds } from './http/warm-feeds.ts'
import { warmUp } from './objects/warm-up.ts'
import { logFault } from './platform/log-fault.ts'
import { WIRE } from './platform/wire.ts'

export { DeskObject } from './objects/desk.ts'
export { EndpointObject } from './objects/endpoint.ts'
export { FrontObject } from './objects/front.ts'
export { HostObject } from './objects/host.ts'
export { HubObject } from './objects/hub.ts'
export { PublisherObject } from './objects/publisher.ts'
export { TranslatorObject } from './objects/translator.ts'
export { default } from './http/app.ts'

for (const warm of [warmFeeds, () => warmUp(env, WIRE)]) {
  void warm().catch((error: unknown) => {
    // A cold start is slow, and no more than that.
    logFault({ at: 'warm-up' }, error)
  })
}
