import fc from 'fast-check'
import { expect, it } from 'vitest'
import { translateStatement } from '../../src/statements/translate-statement.ts'
import type { MachineAnswer, Translator } from '../../src/statements/translator.ts'
import { plainLetters } from '../../src/text/plain-letters.ts'

const ASKED = { title: 'بيان', text: 'أعلن المجلس فتح الجسر.', from: 'ar', to: 'en' } as const

function machine(answer: MachineAnswer): Translator {
  const translate = () => Promise.resolve(answer)
  return { provider: 'libretranslate', model: 'm', limit: 2_000, keepsLines: false, translate }
}

const says = (text: string) => translateStatement(ASKED, machine({ kind: 'text', text }))

it.each([
  { came: 'The bridge\uFFFE is open', kept: 'The bridge is open', because: 'no character at all' },
  { came: 'The bridge\uFFFF is open', kept: 'The bridge is open', because: 'nor is its neighbour' },
  { came: 'The bridge\uFDD0 is open', kept: 'The bridge is open', because: 'nor these' },
  { came: 'The bridge \uD83D is open', kept: 'The bridge \uFFFD is open', because: 'half a pair' },
  { came: 'The \uDE00bridge is open', kept: 'The \uFFFDbridge is open', because: 'its other half' },
  {
    came: 'The bridge \u{1F309} is open',
    kept: 'The bridge \u{1F309} is open',
    because: 'a pair is whole',
  },
  { came: 'The\u0000 bridge\u0008 is\u0085 open', kept: 'The bridge is open', because: 'controls' },
  {
    came: 'The \u202Ebridge\u2066 is open',
    kept: 'The bridge is open',
    because: 'nobody sees these',
  },
])('keeps of a machine only what a document can hold: $because', async ({ came, kept }) => {
  expect(await says(came)).toMatchObject({ kind: 'translated', title: kept, text: kept })
})

it('keeps nothing that a feed would have to take out again, whatever comes', async () => {
  const units = fc.string({ unit: 'binary', maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(units, async (noise) => {
      const made = await says(`The bridge ${noise} is open to everybody`)
      if (made.kind !== 'translated') return
      expect(plainLetters(made.text)).toBe(made.text)
      expect(made.text.isWellFormed()).toBe(true)
    }),
  )
})

it('keeps half a character out of what a machine says of its failure', async () => {
  const failure = { kind: 'failed', reason: 'server', detail: 'over\uD83D\uFFFE' } as const
  const made = await translateStatement(ASKED, machine(failure))
  expect(made).toEqual({ ...failure, detail: 'over\uFFFD' })
})
