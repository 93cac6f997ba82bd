import type { BayanEnv } from '../platform/env.ts'
import { logFault } from '../platform/log-fault.ts'
import { sharingAnew } from '../sources/shared-hosts.ts'
import type { DeskStore, Target } from './desk-store.ts'
import { TRANSLATION } from './translation-setting.ts'

/** Wakes every object, and notes those whose orders are not the newest as still to be told. */
export async function wakeEverybody(
  endpoints: readonly string[],
  store: DeskStore,
  env: BayanEnv,
): Promise<void> {
  const asked = store.entries('hosts')
  for (const id of store.ids('publisher')) {
    const ask = async () => {
      const { version, hosts } = await env.PUBLISHERS.getByName(id).wake()
      noteHosts(id, hosts, asked.get(id), store)
      return version
    }
    await wake(`publisher:${id}`, ask, store)
  }
  const publishers = store.list('publisher')
  for (const id of sharingAnew(publishers, publishers, asked, store.entries('hosts')))
    store.soil(`publisher:${id}`, store.version())
  for (const name of endpoints) {
    await wake(`endpoint:${name}`, async () => await env.ENDPOINTS.getByName(name).wake(), store)
  }
  if (store.load('translation', TRANSLATION) === undefined) return
  const translator = env.TRANSLATOR.getByName('translator')
  await wake('translator', async () => await translator.wake(), store)
}

/** Which hosts a publisher asks is found out by asking: where `auto` led it, and where its pages are. */
function noteHosts(
  id: string,
  hosts: readonly string[],
  before: readonly string[] | undefined,
  store: DeskStore,
): void {
  if (hosts.join(' ') !== (before ?? []).join(' ')) store.save('hosts', id, hosts, store.version())
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
