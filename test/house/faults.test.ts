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
  it('has a row for each fault of polling', () => {
    const listed = rows.flatMap(({ numbers }) => numbers.split(',').map(Number))
    const wanted = [...Array.from({ length: 68 }, (_, index) => index + 1), 83, 84, 86, 87]
    expect(listed.toSorted((a, b) => a - b)).toEqual(wanted)
  })

  it.each(rows)('$numbers stands in $file', ({ file, words }) => {
    expect(words).not.toBe('')
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(words)
  })
})
