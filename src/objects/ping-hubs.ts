import { FEED_LANGUAGES, feedAddresses, feedPath, ALL } from '../feeds/feed-address.ts'
import {
  type BayanEnv,
  addressPolicyOf,
  baseUrlOf,
  publicHubsOf,
  userAgentOf,
} from '../platform/env.ts'
import { guardedPost } from '../platform/guarded-fetch.ts'
import { logFault } from '../platform/log-fault.ts'

/**
 * Tells each public hub which feeds changed, all in one request: `hub.url` may be repeated
 * (PubSubHubbub 0.4, 7.1; WebSub leaves it to the hub). What a hub answers is a line of the log at most.
 */
export async function pingPublicHubs(publisher: string, env: BayanEnv): Promise<void> {
  const form = new URLSearchParams({ 'hub.mode': 'publish' })
  for (const url of topicsOf(publisher, baseUrlOf(env))) form.append('hub.url', url)
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'user-agent': userAgentOf(env),
  }
  const policy = addressPolicyOf(env)
  await Promise.all(
    publicHubsOf(env).map(async (url) => {
      const { status, failure } = await guardedPost({ url, headers, body: form.toString() }, policy)
      if (status !== undefined && status >= 200 && status < 300) return
      const why = failure ?? `it answered ${status}`
      logFault({ at: 'ping', hub: new URL(url).host, publisher }, why)
    }),
  )
}

/** Every topic that a change of this publisher may have changed. */
function topicsOf(publisher: string, baseUrl: string): string[] {
  const names = [...FEED_LANGUAGES, 'edits', 'withdrawn'] as const
  const paths = names.flatMap((name) =>
    // There is no feed of all edits.
    name === 'edits'
      ? [feedPath(publisher, name)]
      : [feedPath(publisher, name), feedPath(ALL, name)],
  )
  return paths.flatMap((path) => Object.values(feedAddresses(baseUrl, path)))
}
