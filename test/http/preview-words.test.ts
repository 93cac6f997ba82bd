import { describe, expect, it } from 'vitest'
import words from '../../public/words/preview.json' with { type: 'json' }
import { whatHappened } from '../../src/http/preview-words.ts'
import { REFUSAL_WORDS } from '../../src/sources/refusal-words-table.ts'
import type { RefusalReason } from '../../src/sources/reading.ts'

/** `foreign` compares with earlier polls, of which a preview has none. */
const REASONS = (Object.keys(REFUSAL_WORDS) as RefusalReason[]).filter((one) => one !== 'foreign')

describe('what a preview says of what it could not read', () => {
  it.each(REASONS)('%s: nothing of a source that was never saved', (reason) => {
    const { en, ar } = whatHappened(words, { kind: 'refused', reason, detail: ['emptied'] })
    expect(en).not.toMatch(/read again by itself|was changed|held statements before|design has/)
    expect(ar).not.toMatch(/تعاد القراءة|مما حفظ|من قبل|تغير تصميم/)
    expect([en, ar].every((text) => text.length > 30)).toBe(true)
  })
})
