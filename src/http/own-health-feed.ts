import { feedAddresses } from '../feeds/feed-address.ts'
import { OWN_HEALTH } from '../objects/feed-key.ts'
import { type BayanEnv, baseUrlOf } from '../platform/env.ts'
import { json } from './answers.ts'
import { deskOf } from './objects.ts'

/** Where the operator's feed of states is: the addresses are all that protects it. */
export async function serveOwnHealthFeed(env: BayanEnv): Promise<Response> {
  const key = await deskOf(env).feedKey(OWN_HEALTH)
  const feeds = key === undefined ? null : feedAddresses(baseUrlOf(env), `/feeds/health.${key}`, '')
  return json({ feeds })
}

/** Makes the feed, or gives it another address. */
export async function moveOwnHealthFeed(env: BayanEnv): Promise<Response> {
  await deskOf(env).rotateFeedKey(OWN_HEALTH)
  return await serveOwnHealthFeed(env)
}
