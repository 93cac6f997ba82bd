import { describe, expect, it } from 'vitest'
import { CLI_WORDS, languageOf } from '../../scripts/cli/words.mjs'
import { HEALTH_WORDS } from '../../src/sources/health-words-table.ts'

/** Every sentence by its path, those with facts told of the same facts. */
function sentencesOf(of: object, path = ''): [string, string][] {
  const facts = new Proxy({}, { get: (_, name) => (typeof name === 'symbol' ? () => 'x' : 'x') })
  return Object.entries(of).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[path + name, value]]
    if (typeof value !== 'function') return sentencesOf(Object(value) as object, `${path}${name}.`)
    const said: unknown = Reflect.apply(value, undefined, [facts, facts])
    return [[path + name, String(said)]]
  })
}

const arabic = sentencesOf(CLI_WORDS.ar)

describe('the words of the command line', () => {
  it('are the same in both languages', () => {
    const english = sentencesOf(CLI_WORDS.en)
    expect(arabic.map(([name]) => name)).toEqual(english.map(([name]) => name))
  })

  it.each(arabic)('have %s in Arabic', (_, said) => {
    expect(said).toMatch(/[\u0621-\u064A]/)
  })

  it('name the states of sources as the pages do', () => {
    for (const lang of ['ar', 'en'] as const) {
      expect(CLI_WORDS[lang].states).toEqual(HEALTH_WORDS[lang])
    }
  })

  it('say how far back a question was tried, and that it was not all', () => {
    const tried = { count: 2, searched: 300, reached: '2025-05-03T00:00:00.000Z', alertsAWeek: 0.4 }
    const [en, ar] = [CLI_WORDS.en, CLI_WORDS.ar].map(({ caught }) =>
      [true, false].map((complete) => caught({ ...tried, complete })),
    )
    expect(en?.[0]).toBe('2 of 300 statements since 2025-05-03, about 0.4 alerts a week')
    expect(en?.[1]).toBe(`${en?.[0]}; what is older was not searched`)
    expect(ar?.[1]).toBe(`${ar?.[0]}؛ ولم يُبحث في الأقدم`)
  })

  it('list the same commands', () => {
    const commands = (usage: string) => usage.match(/^ {2}[a-z-]+(?: [a-z]+)?/gm)
    expect(commands(CLI_WORDS.ar.usage)).toEqual(commands(CLI_WORDS.en.usage))
  })
})

const UNSET = { BAYAN_LANG: undefined, LC_ALL: undefined, LC_MESSAGES: undefined, LANG: undefined }

it.each([
  { env: {}, lang: 'en' },
  { env: { LANG: 'ar_SY.UTF-8' }, lang: 'ar' },
  { env: { LANG: 'ar_SY.UTF-8', BAYAN_LANG: 'en' }, lang: 'en' },
  { env: { LANG: 'de_DE.UTF-8', BAYAN_LANG: 'ar' }, lang: 'ar' },
  { env: { LANG: 'ar_SY.UTF-8', LC_ALL: 'C' }, lang: 'en' },
])('speaks $lang where the environment is $env', ({ env, lang }) => {
  expect(languageOf({ ...UNSET, ...env })).toBe(lang)
})
