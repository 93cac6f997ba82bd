import type { Endpoint } from '../deliveries/endpoint.ts'
import type { BayanEnv } from '../platform/env.ts'
import { isSealedAnew, seal, unseal } from '../platform/seal.ts'
import type { DeskStore } from './desk-store.ts'
import { TRANSLATION } from './translation-setting.ts'

/** Every endpoint with its secrets. One that no secret opens has none: it must be saved again. */
export async function openEndpoints(store: DeskStore, env: BayanEnv): Promise<Endpoint[]> {
  return await Promise.all(
    store.list('endpoint').map(async (kept): Promise<Endpoint> => {
      const { sealed: _sealed, ...open } = kept
      return (await unseal(kept, env)) ?? { ...open, url: '', secret: '' }
    }),
  )
}

/**
 * Seals with the secret of now what was sealed with one that is being replaced, and notes that the
 * endpoints be told. What does not open is left as it is: the old secret may come back.
 */
export async function sealedAnew(store: DeskStore, env: BayanEnv): Promise<void> {
  if (store.load('translation', TRANSLATION) !== undefined) {
    const { translationSealedAnew } = await import('./translation-changes.ts')
    await translationSealedAnew(store, env)
  }
  for (const kept of store.list('endpoint')) {
    if (await isSealedAnew(kept, env)) continue
    const endpoint = await unseal(kept, env)
    if (endpoint === undefined) continue
    const sealed = await seal(endpoint, env)
    // Saved by the operator meanwhile: that is newer.
    if (store.load('endpoint', kept.id)?.sealed !== kept.sealed) continue
    // Under its old version: it was not the operator who saved it.
    store.save('endpoint', kept.id, sealed, store.versionOf('endpoint', kept.id))
    store.soil(`endpoint:${kept.id}`, store.raiseVersion())
  }
}
