import { expect, it } from 'vitest'
import { latinRuns } from '../../src/pages/latin-runs.ts'
import { cpuClock } from '../cpu-clock.ts'

it.each([
  { because: 'no Latin, one part', text: 'بيان حول الجسر', marked: 'بيان حول الجسر' },
  { because: 'a word', text: 'تقرير NATO الجديد', marked: 'تقرير [NATO] الجديد' },
  {
    because: 'several words are one run',
    text: 'قال Human Rights Watch أمس',
    marked: 'قال [Human Rights Watch] أمس',
  },
  { because: 'digits that belong to the word', text: 'صورة 3D هنا', marked: 'صورة [3D] هنا' },
  {
    because: 'a number before a word is the Arabic sentence\u2019s',
    text: 'في 2018 NATO',
    marked: 'في 2018 [NATO]',
  },
  { because: 'a number alone needs nothing', text: 'عام 2018', marked: 'عام 2018' },
  { because: 'brackets stay outside', text: 'منظمة (OPCW) قالت', marked: 'منظمة ([OPCW]) قالت' },
  {
    because: 'the sentence\u2019s full stop stays outside',
    text: 'في Slack.',
    marked: 'في [Slack].',
  },
  {
    because: 'an address is one run',
    text: 'موقع https://etilaf.org/a_b اليوم',
    marked: 'موقع [https://etilaf.org/a_b] اليوم',
  },
  {
    because: 'an address with a query and with escaped letters is one run',
    text: 'في https://x.test/%D8%A7?p=1#a اليوم',
    marked: 'في [https://x.test/%D8%A7?p=1#a] اليوم',
  },
  {
    because: 'an instant is one run: cut at its letter, its day would change places with its year',
    text: 'اكتب "2026-11-26T08:00:00Z" هنا',
    marked: 'اكتب "[2026-11-26T08:00:00Z]" هنا',
  },
  {
    because: 'what an address begins with keeps its slashes',
    text: 'يبدأ بـ https://.',
    marked: 'يبدأ بـ [https://].',
  },
  { because: 'the text begins with it', text: 'NATO تنفي', marked: '[NATO] تنفي' },
  { because: 'nothing', text: '', marked: '' },
])('$marked: $because', ({ text, marked }) => {
  const parts = latinRuns(text).map((run) => (run.isLatin ? `[${run.text}]` : run.text))
  expect(parts.join('')).toBe(marked)
})

it.each([
  { because: 'dates that no letter follows', text: '2026-11-'.repeat(25_000) },
  { because: 'digits that no letter follows', text: '1'.repeat(200_000) },
  { because: 'spaces after a letter', text: `a${' '.repeat(200_000)}` },
  { because: 'letters and dots', text: 'a.'.repeat(100_000) },
])('walks a long title once: $because', ({ text }) => {
  const spent = cpuClock()
  expect(
    latinRuns(text)
      .map((run) => run.text)
      .join(''),
  ).toBe(text)
  // A second walk for each character would take minutes.
  expect(spent()).toBeLessThan(1_000)
})
