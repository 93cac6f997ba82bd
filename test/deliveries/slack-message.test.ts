import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SnippetOf } from '../../src/deliveries/alert-lines.ts'
import type { Alert } from '../../src/watches/alert.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { plainSnippet } from './plain-snippet.ts'
import { slackBody } from './render.ts'
import {
  alertFilledWith,
  appeared,
  BASE_URL,
  matchOf,
  paired,
  revised,
  statements,
  withdrawn,
} from './sample-alerts.ts'
import { brokenSlackRules } from './slack-rules.ts'

function bodyOf(alert: Alert, snippetOf: SnippetOf = plainSnippet): string {
  return slackBody({ kind: 'alert', alert }, snippetOf)
}

function textsOf(alert: Alert): string[] {
  const { blocks } = JSON.parse(bodyOf(alert)) as { blocks: { text: { text: string } }[] }
  return blocks.map((block) => block.text.text)
}

/** The whole text as one excerpt, marked as given: the worst a caller may hand over. */
const everything: SnippetOf = (text, matches) => ({ text, marks: matches })

describe('a hostile text in every field', () => {
  it.each(HOSTILE_TEXTS)('breaks no rule of Slack: $because', ({ text }) => {
    for (const language of ['ar', 'en'] as const) {
      expect(brokenSlackRules(bodyOf(alertFilledWith(text, language)))).toEqual([])
      expect(brokenSlackRules(bodyOf(alertFilledWith(text, language), everything))).toEqual([])
    }
  })

  it('nor does any other text, whatever was marked in it', () => {
    const pieces = [
      '*',
      '_',
      '`',
      '~',
      '<',
      '>',
      '&',
      '!',
      '@',
      '|',
      ' ',
      '\n',
      'ا',
      'a',
      '#',
      '.',
      '\u202E',
      '\u2068',
      '\u2069',
    ]
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.string({ unit: fc.constantFrom(...pieces), maxLength: 500 }),
    )
    const marks = fc.array(fc.tuple(fc.nat(520), fc.nat(520)), { maxLength: 6 })
    fc.assert(
      fc.property(texts, marks, fc.boolean(), (text, spans, isArabic) => {
        const marked: SnippetOf = (whole) => ({
          text: whole,
          marks: spans.map(([one, other]) => ({
            start: Math.min(one, other),
            end: Math.max(one, other),
          })),
        })
        const body = bodyOf(alertFilledWith(text, isArabic ? 'ar' : 'en'), marked)
        expect(brokenSlackRules(body)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    { because: 'script', url: 'javascript:alert(1)' },
    { because: 'data', url: 'data:text/html,hello' },
    { because: 'a name and a password', url: 'https://user:pw@marsad.example/' },
    { because: 'no address', url: 'not an address' },
    { because: 'too long to be whole', url: `https://marsad.example/${'a'.repeat(3000)}` },
  ])('is never a link: $because', ({ url }) => {
    const body = bodyOf({ ...appeared, statement: { ...statements.ar, url } })
    expect(brokenSlackRules(body)).toEqual([])
    expect(body).not.toContain(url)
    expect(body).toContain(`${BASE_URL}/statements/marsad-12`)
  })

  it('keeps to the limits when everything is as long as it may be at once', () => {
    const filled = alertFilledWith('& '.repeat(500))
    const url = `https://marsad.example/?${'&a'.repeat(190)}`
    const part = (index: number): string => `${index}${'&'.repeat(60)}`
    const matches = Array.from({ length: 300 }, (_, index) => ({
      part: part(index),
      field: 'text' as const,
      surface: '&',
      start: index * 2,
      end: index * 2 + 1,
    }))
    const partner = { ...statements.ar, url, text: filled.statement.text, title: '&'.repeat(400) }
    const body = bodyOf(
      {
        ...filled,
        statement: { ...filled.statement, url, title: '&'.repeat(400) },
        matches,
        translation: { statement: partner, matches },
      },
      everything,
    )
    expect(body.length).toBeGreaterThan(8000)
    expect(brokenSlackRules(body)).toEqual([])
  })

  it('cannot leave its link', () => {
    const url = 'https://marsad.example/a|b?x=<!channel>&y="1"'
    const body = bodyOf({ ...appeared, statement: { ...statements.ar, url } })
    expect(brokenSlackRules(body)).toEqual([])
    expect(body).toContain('<https://marsad.example/a%7Cb?x=%3C!channel%3E&amp;y=%221%22|')
  })
})

describe('a message', () => {
  it('marks the words that were found, clitics and all', () => {
    expect(bodyOf(appeared)).toContain('الهجوم *الكيماوي* غربي')
    expect(bodyOf(revised)).toContain('use of *chemical weapons* is')
  })

  it.each([
    {
      because: 'a hashtag is one chain',
      text: 'عن #الخوذ_البيضاء اليوم',
      word: 'البيضاء',
      bold: '*#الخوذ_البيضاء*',
    },
    {
      because: 'an article before a Latin word',
      text: 'قرار الـOPCW اليوم',
      word: 'OPCW',
      bold: '*الـOPCW*',
    },
    {
      because: 'plain punctuation is a border',
      text: 'the (sarin), again',
      word: 'sarin',
      bold: '(*sarin*),',
    },
    {
      because: 'Arabic punctuation is a border',
      text: 'بعد السارين، قال',
      word: 'السارين',
      bold: '*السارين*،',
    },
    { because: 'an ampersand inside', text: 'the R&D unit', word: 'R&D', bold: '*R&amp;D*' },
    {
      because: 'asterisks of the text are no bold',
      text: 'so *very* sarin',
      word: 'sarin',
      bold: '\u2217very\u2217 *sarin*',
    },
  ])('bounds its bold: $because', ({ text, word, bold }) => {
    const statement = { ...statements.en, text }
    const alert = { ...revised, statement, matches: [matchOf(statement, 'text', word)] }
    expect(textsOf(alert).join('\n')).toContain(bold)
  })

  it('shows the title as excerpt where only the title was hit', () => {
    const matches = [matchOf(statements.ar, 'title', 'الكيماوي', 'كيماوي')]
    expect(bodyOf({ ...appeared, matches })).toContain('السلاح *الكيماوي* إلى')
  })

  it('links the publisher first, us second, then the translation', () => {
    const addresses = [
      ...textsOf(paired)
        .join('\n')
        .matchAll(/<(https:[^|>]+)/g),
    ].map(([, address]) => address)
    expect(addresses).toEqual([
      'https://marsad.example/ar/2018/11/lajna/?p=12&amp;lang=ar',
      `${BASE_URL}/statements/marsad-12`,
      'https://marsad.example/en/2018/11/inquiry/',
    ])
  })

  it('links a translation that is known only by its address', () => {
    const statement = paired.statement
    expect(bodyOf({ ...appeared, statement })).toContain(
      '<https://marsad.example/en/2018/11/inquiry/|',
    )
  })

  it.each([
    {
      because: 'a new one',
      alert: appeared,
      says: 'مرصد المدينة \u00B7 26 تشرين الثاني/نوفمبر 2018 \u00B7 بيان جديد',
    },
    {
      because: 'an edit, with its number',
      alert: revised,
      says: 'City Observatory \u00B7 26 November 2018 \u00B7 Revised by the publisher: revision 3',
    },
    { because: 'a withdrawal', alert: withdrawn, says: 'سحبه الناشر' },
    {
      because: 'a return',
      alert: { ...revised, change: 'restored' as const },
      says: 'Restored: back on',
    },
    {
      because: 'a date that we do not know is not made up',
      alert: { ...revised, statement: { ...statements.en, published: null } },
      says: 'first seen 23 November 2026',
    },
  ])('says who, when and what: $because', ({ alert, says }) => {
    expect(textsOf(alert)[1]).toContain(says)
  })

  it.each([
    { because: 'no title', title: '', language: 'ar' as const, header: 'بيان بلا عنوان' },
    {
      because: 'only invisible signs',
      title: ' \u200F\n',
      language: 'en' as const,
      header: 'Untitled statement',
    },
    {
      because: 'emoji names stay words',
      title: 'Fire :fire:',
      language: 'en' as const,
      header: 'Fire :fire:',
    },
    {
      because: 'nothing is escaped in plain text',
      title: 'R&D <now>',
      language: 'en' as const,
      header: 'R&D <now>',
    },
    {
      because: 'an emoji is not halved at 150',
      title: `${'x'.repeat(148)}\u{1F54A}y`,
      language: 'en' as const,
      header: `${'x'.repeat(148)}\u2026`,
    },
  ])('has a header: $because', ({ title, language, header }) => {
    expect(textsOf({ ...appeared, statement: { ...statements[language], title } })[0]).toBe(header)
  })

  it('isolates what runs the other way', () => {
    expect(textsOf(appeared).join('\n')).toContain('\u2068Chemical weapons\u2069')
    expect(textsOf(revised).join('\n')).not.toContain('\u2068Chemical')
  })
})
