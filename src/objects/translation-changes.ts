import type { BayanEnv } from '../platform/env.ts'
import { isSealedNow } from '../platform/seal.ts'
import { sealTranslation, unsealTranslation } from '../platform/sealed-translation.ts'
import type { TranslationSettings } from '../statements/translation-settings.ts'
import type { DeskChange } from './desk-changes.ts'
import type { DeskStore } from './desk-store.ts'
import { TRANSLATION, machineRules } from './translation-setting.ts'

/** The setting with its key; without one where no secret opens it: it must be saved again. */
export async function openTranslation(
  store: DeskStore,
  env: BayanEnv,
): Promise<TranslationSettings | undefined> {
  const kept = store.load('translation', TRANSLATION)
  if (kept === undefined) return undefined
  const { sealed: _sealed, ...open } = kept
  return (await unsealTranslation(kept, env)) ?? { ...open, key: '' }
}

/** Machine translation as it is to be; null ends it. Every publisher is told when to ask for it. */
export async function translationSaved(
  settings: TranslationSettings | null,
  store: DeskStore,
  env: BayanEnv,
): Promise<DeskChange> {
  const sealed = settings === null ? undefined : await sealTranslation(settings, env)
  return {
    write: (version) => {
      const before = store.load('translation', TRANSLATION)
      if (sealed === undefined) store.remove('translation', TRANSLATION)
      else store.save('translation', TRANSLATION, sealed, version)
      store.soil('translator', version)
      const after = JSON.stringify(machineRules(sealed))
      if (after !== JSON.stringify(machineRules(before)))
        for (const id of store.ids('publisher')) store.soil(`publisher:${id}`, version)
      return before === undefined
    },
  }
}

/** Seals the key with the secret of now, where it was sealed with one that is being replaced. */
export async function translationSealedAnew(store: DeskStore, env: BayanEnv): Promise<void> {
  const kept = store.load('translation', TRANSLATION)
  if (kept?.sealed === undefined || (await isSealedNow(kept.sealed, env))) return
  const settings = await unsealTranslation(kept, env)
  if (settings === undefined) return
  const sealed = await sealTranslation(settings, env)
  if (store.load('translation', TRANSLATION)?.sealed !== kept.sealed) return
  store.save('translation', TRANSLATION, sealed, store.versionOf('translation', TRANSLATION))
  store.soil('translator', store.raiseVersion())
}
