import { describe, expect, it } from 'vitest'
import { admit } from '../../src/http/admission.ts'
import { withId } from '../../src/http/admit-settings.ts'
import { endpointSchema, publisherSchema, watchSchema } from '../../src/http/settings-schemas.ts'

interface Refusal {
  readonly detail: string
  readonly detail_ar: string
  readonly errors: readonly { readonly field: string; readonly detail: string }[]
}

async function refusalOf(
  schema: typeof watchSchema | typeof publisherSchema | typeof endpointSchema,
  input: unknown,
): Promise<Refusal> {
  const admitted = admit(schema, input)
  if (admitted.kind === 'admitted') throw new Error('it was admitted')
  return await admitted.response.json()
}

const publisher = {
  id: 'sea',
  name: { ar: 'البحر', en: 'Sea' },
  site: 'https://sea.example/',
  sources: [{ id: 'sea-ar', language: 'ar', url: 'https://sea.example/feed' }],
}

it('says all that is wrong in one sentence, each with its field', async () => {
  const { detail, detail_ar, errors } = await refusalOf(watchSchema, {
    id: 'A B',
    query: '',
    languages: ['fr'],
  })
  expect(errors.map(({ field }) => field)).toEqual(['id', 'name', 'query', 'languages.0'])
  for (const { field, detail: one } of errors) expect(detail).toContain(`${field}: ${one}`)
  expect(detail).toMatch(/^Please mend id: Use lower-case/)
  expect(detail_ar).toContain('name: هذا الحقل ناقص.')
})

it('says five of many, and how many more there are', async () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`zz${at}`, 1]))
  const { detail, errors } = await refusalOf(watchSchema, {
    id: 'a',
    name: 'n',
    query: 'q',
    ...many,
  })
  expect(errors).toHaveLength(9)
  expect(detail).toMatch(/zz4: .* And 4 more\.$/)
  expect(detail).not.toContain('zz5')
})

describe('a field that there is not', () => {
  it.each([
    { because: 'a letter was left out', input: { ...publisher, source: [] }, meant: 'sources' },
    { because: 'letters changed places', input: { ...publisher, siet: '' }, meant: 'site' },
    { because: 'another case', input: { ...publisher, Paused: true }, meant: 'paused' },
    {
      because: 'inside a list',
      input: { ...publisher, sources: [{ ...publisher.sources[0], intervall: 60 }] },
      meant: 'interval',
    },
    {
      because: 'inside an object that may be left out',
      input: {
        ...publisher,
        sources: [{ ...publisher.sources[0], selectors: { item: 'li', titles: 'h2' } }],
      },
      meant: 'title',
    },
  ])('is told with the one that was meant: $because', async ({ input, meant }) => {
    const { detail, detail_ar } = await refusalOf(publisherSchema, input)
    expect(detail).toContain(`Did you mean "${meant}"?`)
    expect(detail_ar).toContain(`هل قصدت "${meant}"؟`)
  })

  it('is told with all that there are where nothing is near', async () => {
    const hook = { id: 'a', kind: 'slack', url: 'https://hook.example/', colour: 'red' }
    const { detail } = await refusalOf(endpointSchema, hook)
    expect(detail).toContain('There is no field "colour" here. There are: id, kind, url,')
  })
})

it.each([
  {
    because: 'bounds are named',
    policy: { hourly: 0 },
    en: 'Give a whole number from 1 to 1000.',
    ar: 'اكتب عددًا صحيحًا من 1 إلى 1000.',
  },
  {
    because: 'whatever is wrong with the number',
    policy: { hourly: 'many' },
    en: 'Give a whole number from 1 to 1000.',
    ar: 'اكتب عددًا صحيحًا من 1 إلى 1000.',
  },
  {
    because: 'words are listed as a sentence',
    policy: { digest: { every: 'week' } },
    en: 'Write "hour" or "day".',
    ar: 'اكتب "hour" أو "day".',
  },
])('says plainly what may stand there: $because', async ({ policy, en, ar }) => {
  const hook = { id: 'a', kind: 'slack', url: 'https://hook.example/', policy }
  const { detail, detail_ar } = await refusalOf(endpointSchema, hook)
  expect(detail).toContain(en)
  expect(detail_ar).toContain(ar)
})

it.each([
  { input: [], says: 'this is a list' },
  { input: [publisher], says: 'this is a list' },
  { input: 'sea', says: 'this is a text' },
  { input: 7, says: 'this is a number' },
  { input: true, says: 'this is true or false' },
  { input: null, says: 'this is null' },
])('says that a body is no object: $says', async ({ input, says }) => {
  const { detail, detail_ar, errors } = await refusalOf(publisherSchema, withId(input, 'sea'))
  expect(detail).toBe(`Please mend the body: it must be an object {…}, and ${says}.`)
  expect(detail_ar).toContain('المتن')
  expect(errors).toHaveLength(1)
})
