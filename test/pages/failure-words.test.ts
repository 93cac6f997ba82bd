import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import words from '../../public/words/desk.json' with { type: 'json' }
import { FailureWords } from '../../src/pages/desk/failure-words.tsx'
import { learnDeskWords } from '../../src/pages/desk/desk-words.ts'
import { DELETED } from '../../src/objects/keep-deliveries.ts'
import { readable, rendered } from './page-sample.ts'

beforeAll(() => learnDeskWords(words))

const said = async (lang: 'ar' | 'en', reason: string | null, both = null) =>
  readable(await rendered(FailureWords({ lang, reason, words: both })))

/** Every code that a failed attempt may have, as the decision names them. */
const CODES = [
  ...readFileSync(join(import.meta.dirname, '../../src/deliveries/next-state.ts'), 'utf8').matchAll(
    /^ {4}\| '([\w-]+)'/gm,
  ),
].map(([, code = '']) => code)

describe('why something was not delivered', () => {
  it('has all codes here', () => {
    expect(CODES).toHaveLength(9)
  })

  it.each([...CODES, DELETED])('is said in both languages: %s', async (reason) => {
    const [ar, en] = [await said('ar', reason), await said('en', reason)]
    expect(ar).toMatch(/[\u0621-\u064A]{3}/)
    expect(en).toMatch(/^[A-Za-z]/)
    expect([ar, en]).not.toContain(reason)
  })

  it('is shown as it came where there are no words for it', async () => {
    expect(await said('ar', 'Something new.')).toContain('Something new.')
  })

  it('is nothing where all is well', async () => {
    expect(await said('ar', null)).toBe('')
  })
})
