import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

const rows = readFileSync(join(ROOT, 'docs/faults.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, numbers = '']) => /^\d/.test(numbers))
  .map(([, numbers = '', , file = '', words = '']) => ({ numbers, file, words }))

describe('the list of faults', () => {
  it('has a row for each fault but that of certificates, which the runtime judges', () => {
    const listed = rows.flatMap(({ numbers }) => numbers.split(',').map(Number))
    const all = Array.from({ length: 88 }, (_, index) => index + 1)
    expect(listed.toSorted((a, b) => a - b)).toEqual(all.filter((one) => one !== 85))
  })

  it.each(rows)('$numbers stands in $file', ({ file, words }) => {
    expect(words).not.toBe('')
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(words)
  })
})
