import type { Words } from '../text/language.ts'
import type { Refusal, RefusalReason } from './reading.ts'
import type { Detail } from './refusal-detail.ts'

/** @param detail what exactly happened; a sentence in both languages where no name has it */
export function refused(reason: RefusalReason, detail: Detail | Words): Refusal {
  return {
    kind: 'refused',
    reason,
    detail: 'en' in detail ? ['said', detail.en, detail.ar] : detail,
  }
}
