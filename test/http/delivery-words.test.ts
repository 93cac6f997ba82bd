import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import table from '../../public/words/deliveries.json' with { type: 'json' }
import { DELETED, ERASED } from '../../src/deliveries/delivery-reason.ts'
import { deliveryWords } from '../../src/http/delivery-words.ts'
import { FailureWords } from '../../src/pages/desk/failure-words.tsx'
import type { BayanEnv } from '../../src/platform/env.ts'
import { readable, rendered } from '../pages/page-sample.ts'

const namesIn = (file: string) =>
  [
    ...readFileSync(join(import.meta.dirname, '../../src/deliveries', file), 'utf8').matchAll(
      /^ {2,4}\| '([\w-]+)'/gm,
    ),
  ].map(([, code = '']) => code)

/** Every reason that a delivery may have, as the types name them. */
const REASONS = [...namesIn('next-state.ts'), ...namesIn('delivery-reason.ts'), DELETED, ERASED]

const assets = { fetch: () => Promise.resolve(Response.json(table)) }
const tell = async () => await deliveryWords({ ASSETS: assets } as unknown as BayanEnv)

const shown = async (lang: 'ar' | 'en', reason: string | null) => {
  const words = (await tell())(reason)
  return readable(await rendered(FailureWords({ lang, reason, words })))
}

describe('why something was not delivered', () => {
  it('has all reasons here, and no words beside them', () => {
    expect(REASONS.toSorted()).toEqual(Object.keys(table).toSorted())
  })

  it.each(REASONS)('is said in both languages: %s', async (reason) => {
    const [ar, en] = [await shown('ar', reason), await shown('en', reason)]
    expect(ar).toMatch(/[\u0621-\u064A]{3}.*\.$/)
    expect(en).toMatch(/^[A-Z][^\u0621-\u064A]+\.$/)
  })

  it('is shown as it came where there are no words for it', async () => {
    expect(await shown('ar', 'Something new.')).toContain('Something new.')
    expect(await shown('en', 'toString')).toContain('toString')
  })

  it('is nothing where all is well', async () => {
    expect(await shown('ar', null)).toBe('')
  })
})
