import { describe, expect, it } from 'vitest'
import { admit } from '../../src/http/admission.ts'
import { previewSchema } from '../../src/http/settings-schemas.ts'

async function errorsOf(changes: object) {
  const admitted = admit(previewSchema, {
    url: 'https://pier.example/',
    language: 'ar',
    ...changes,
  })
  if (admitted.kind === 'admitted') return []
  const { errors } = await admitted.response.json<{ errors: Record<string, string>[] }>()
  return errors
}

describe('the clocks of a source', () => {
  it.each([
    { because: 'a city stands for its zone', changes: { timeZone: 'Asia/Damascus' } },
    { because: 'minutes will do', changes: { utcOffset: 180 } },
  ])('are admitted: $because', async ({ changes }) => {
    expect(await errorsOf(changes)).toEqual([])
  })

  it.each([
    { because: 'there is no such city', timeZone: 'Asia/Damaskus' },
    { because: 'a number belongs elsewhere', timeZone: 180 },
    { because: 'this has no end', timeZone: 'x'.repeat(100) },
  ])('are refused with what to write, in both languages: $because', async ({ timeZone }) => {
    const [error] = await errorsOf({ timeZone })
    expect(error?.['field']).toBe('timeZone')
    expect(JSON.stringify(error)).toContain('Asia/Damascus')
    expect(JSON.stringify(error)).toContain('utcOffset')
    expect(JSON.stringify(error)).toMatch(/المنطقة الزمنية/)
  })

  it('are refused where no place on earth has them', async () => {
    expect((await errorsOf({ utcOffset: 2_000 }))[0]?.['field']).toBe('utcOffset')
  })
})
