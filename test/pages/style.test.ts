import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const STYLE = readFileSync(join(import.meta.dirname, '../../public/style.css'), 'utf8')

const [light = '', dark = ''] = [...STYLE.matchAll(/:root \{[^}]*--paper[^}]*\}/g)].map(
  ([block]) => block,
)

/** Relative luminance (WCAG 2.2, 1.4.3). */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function colorIn(block: string, name: string): string {
  const color = new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(block)?.[1]
  if (color === undefined) throw new Error(`no --${name}`)
  return color
}

it.each(
  (['ink', 'quiet', 'link', 'good', 'bad', 'wait'] as const).flatMap((text) =>
    (['paper', 'card'] as const).map((ground) => ({ text, ground })),
  ),
)('$text on $ground can be read by day and by night (WCAG AA)', ({ text, ground }) => {
  for (const scheme of [light, dark]) {
    expect(contrast(colorIn(scheme, text), colorIn(scheme, ground))).toBeGreaterThanOrEqual(4.5)
  }
})

it('shows a notice with enough contrast', () => {
  for (const scheme of [light, dark]) {
    expect(
      contrast(colorIn(scheme, 'notice-ink'), colorIn(scheme, 'notice')),
    ).toBeGreaterThanOrEqual(4.5)
  }
})

it('knows no left and no right: both directions share every rule', () => {
  expect(STYLE).not.toMatch(
    /(margin|padding|border|inset)-(left|right)|text-align: (left|right)|float:|[^-]left:|[^-]right:/,
  )
})

it('fetches nothing: the policy lets no font and no image in', () => {
  expect(STYLE).not.toMatch(/url\(|@import|@font-face/)
})

it.each([
  { because: 'some are made ill by movement', rule: 'prefers-reduced-motion: reduce' },
  { because: 'statements are printed', rule: '@media print' },
  { because: 'keyboards need to see where they are', rule: ':focus-visible' },
])('has a rule for $rule: $because', ({ rule }) => {
  expect(STYLE).toContain(rule)
})
