import type { BayanEnv } from '../platform/env.ts'
import { logFault } from '../platform/log-fault.ts'
import type { DeskStore, Target } from './desk-store.ts'
import { TRANSLATION } from './translation-setting.ts'

/** Wakes every object, and notes those whose orders are not the newest as still to be told. */
export async function wakeEverybody(
  endpoints: readonly string[],
  store: DeskStore,
  env: BayanEnv,
): Promise<void> {
  for (const id of store.ids('publisher')) {
    await wake(`publisher:${id}`, async () => await env.PUBLISHERS.getByName(id).wake(), store)
  }
  for (const name of endpoints) {
    await wake(`endpoint:${name}`, async () => await env.ENDPOINTS.getByName(name).wake(), store)
  }
  if (store.load('translation', TRANSLATION) === undefined) return
  const translator = env.TRANSLATOR.getByName('translator')
  await wake('translator', async () => await translator.wake(), store)
}

/** One object that does not answer must not keep the others asleep. */
async function wake(target: Target, ask: () => Promise<number>, store: DeskStore): Promise<void> {
  try {
    const version = await ask()
    if (version < store.toldVersion(target)) store.soil(target, store.version())
  } catch (error) {
    logFault({ at: 'watchdog', target }, error)
  }
}
