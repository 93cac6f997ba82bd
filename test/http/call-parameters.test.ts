import { describe, expect, it } from 'vitest'
import { OPERATIONS } from '../../src/http/api-operations-table.ts'
import { CALL_PARAMETERS, parameterFaults } from '../../src/http/call-parameters.ts'
import { parseLimit } from '../../src/http/page-limit.ts'

it('admits what the described API takes, call by call, and nothing else', () => {
  const described = OPERATIONS.filter(({ query }) => Object.keys(query ?? {}).length > 0).map(
    ({ method, path, query }) => [
      `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      Object.keys(query ?? {}).sort(),
    ],
  )
  const admitted = Object.entries(CALL_PARAMETERS).map(([call, known]) => [
    call,
    Object.keys(known).sort(),
  ])
  expect(new Map(admitted as [string, string[]][])).toEqual(
    new Map(described as [string, string[]][]),
  )
})

describe('a parameter that a call does not know', () => {
  const LIST = CALL_PARAMETERS['GET /statements'] ?? {}

  it.each([
    { because: 'letters changed places', asked: 'sicne=2026-01-01', meant: 'since' },
    { because: 'a letter too many', asked: 'limits=5', meant: 'limit' },
    {
      because: 'as a body would name it',
      asked: 'changedSince=2026-01-01',
      meant: 'changed_since',
    },
    { because: 'cut short', asked: 'lang=ar', meant: 'language' },
    { because: 'another case', asked: 'Q=sea', meant: 'q' },
  ])('is told with the one that was meant: $because', ({ asked, meant }) => {
    const [fault, ...more] = parameterFaults(new URLSearchParams(asked), LIST)
    expect(more).toEqual([])
    expect(fault?.field).toBe(asked.split('=')[0])
    expect(fault?.en).toContain(`Did you mean "${meant}"?`)
    expect(fault?.ar).toContain(`هل قصدت "${meant}"؟`)
  })

  it('is told with all that there are where nothing is near', () => {
    const [fault] = parameterFaults(new URLSearchParams('page=2'), LIST)
    expect(fault?.en).toMatch(/no parameter "page" here\. There are: publisher, language, q,/)
    expect(fault?.ar).toMatch(/لا يوجد معامل باسم "page" هنا\. المعاملات هي: publisher/)
  })

  it('is told of a call that takes none', () => {
    const [fault] = parameterFaults(new URLSearchParams('verbose=1'), {})
    expect(fault?.en).toContain('This call takes none.')
    expect(fault?.ar).toContain('لا يقبل هذا النداء شيئًا منها.')
  })

  it('does not hide the next one', () => {
    const faults = parameterFaults(new URLSearchParams('limits=5&pubisher=sea&q=x'), LIST)
    expect(faults.map(({ field }) => field)).toEqual(['limits', 'pubisher'])
  })
})

it('refuses the same parameter twice: which of them counts would be a guess', () => {
  const [fault] = parameterFaults(new URLSearchParams('state=current&state=withdrawn'), {
    state: undefined,
  })
  expect(fault?.en).toBe('It is given twice. Give it once.')
})

it('refuses another value where only some say anything', () => {
  const [fault] = parameterFaults(new URLSearchParams('erase=1'), { erase: ['true', 'false'] })
  expect(fault?.en).toBe('Write true or false, or leave it out.')
  expect(fault?.ar).toContain('true أو false')
  expect(parameterFaults(new URLSearchParams('erase=true'), { erase: ['true'] })).toEqual([])
})

it('takes no name of every object for a parameter', () => {
  expect(parameterFaults(new URLSearchParams('constructor=1'), {})).toHaveLength(1)
})

it.each([
  { text: undefined, limit: 20 },
  { text: '', limit: 20 },
  { text: '1', limit: 1 },
  { text: '100', limit: 100 },
  { text: '101', limit: undefined },
  { text: '0', limit: undefined },
  { text: '-5', limit: undefined },
  { text: '5.5', limit: undefined },
  { text: 'ten', limit: undefined },
  { text: '٥', limit: undefined },
])('reads a limit of "$text" as $limit', ({ text, limit }) => {
  expect(parseLimit(text, 20)).toBe(limit)
})
