import type { Plan } from '../platform/plan.ts'
import { feedEndpoint } from './alerting.ts'
import { type Status, gatherStatus } from './desk-status.ts'
import type { DeskStore } from './desk-store.ts'
import { TRANSLATION } from './translation-setting.ts'

/** The state of every object that the desk knows, asked by the bindings. */
export async function askEverybody(store: DeskStore, env: Env, plan: Plan): Promise<Status> {
  const hasMachine = store.load('translation', TRANSLATION) !== undefined
  const translation = async () => await env.TRANSLATOR.getByName('translator').report()
  const feeds = store.ids('watch').map(feedEndpoint)
  return await gatherStatus({
    publishers: store.list('publisher').map(({ id, name }) => ({ id, name })),
    endpoints: [...store.ids('endpoint'), ...feeds],
    publisher: async (id) => await env.PUBLISHERS.getByName(id).report(),
    endpoint: async (name) => await env.ENDPOINTS.getByName(name).report(),
    front: async () => await env.FRONT.getByName('front').report(),
    ...(hasMachine ? { translation } : {}),
    plan,
    now: new Date(),
  })
}
