import type { Words } from '../text/language.ts'
import type { Refusal, RefusalReason } from './reading.ts'

/** @param detail what happened and what to mend, in English alone or in both languages */
export function refused(reason: RefusalReason, detail: string | Words): Refusal {
  return typeof detail === 'string'
    ? { kind: 'refused', reason, detail }
    : { kind: 'refused', reason, detail: detail.en, detailAr: detail.ar }
}

export function refusedFeed(reason: RefusalReason, detail: string): Refusal {
  return refused(reason, `${detail} The feed must be mended at its source.`)
}
