import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import words from '../../public/words/desk.json' with { type: 'json' }
import previews from '../../public/words/preview.json' with { type: 'json' }
import failures from '../../public/words/translation.json' with { type: 'json' }

const SRC = join(import.meta.dirname, '../../src')
const names: readonly string[] = Object.keys(words)
const pairs = [words, failures, previews].flatMap((table) => Object.values(table))

const desk = readdirSync(join(SRC, 'pages/desk'))
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(join(SRC, 'pages/desk', name), 'utf8'))
  .join('\n')

it('is Arabic where it says so, and English where it says so', () => {
  expect(pairs.filter(([, ar = '']) => !/[\u0621-\u064A]/.test(ar))).toEqual([])
  expect(pairs.filter(([en = '']) => !/[A-Za-z]/.test(en) || /[\u0600-\u06FF]/.test(en))).toEqual(
    [],
  )
})

it('ends a sentence in both languages or in neither', () => {
  expect(pairs.filter(([en, ar]) => en?.endsWith('.') !== ar?.endsWith('.'))).toEqual([])
})

/** Filters, whose options say all that there is to say. */
const SPEAKS_FOR_ITSELF = ['endpoint', 'state']

it('says under every field what is expected there', () => {
  const said = [...desk.matchAll(/\bsays="([^"]+)"(?:\s+hint=("\w+"|\{))?/g)]
  const silent = said
    .filter(([, word, hint]) => hint === undefined && !names.includes(`${word}Hint`))
    .map(([, word]) => word)
  expect(said.length).toBeGreaterThan(20)
  expect(new Set(silent)).toEqual(new Set(SPEAKS_FOR_ITSELF))
})
