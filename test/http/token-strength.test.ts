import { expect, it } from 'vitest'
import { weakness } from '../../src/http/token-strength.ts'

it.each([
  { because: 'made by chance, base64', token: 'q3Vb0nQeF2m8ZxKkT1sYw7LrUo9HdJ5gAiPcEtXzWvM=' },
  { because: 'made by chance, hexadecimal', token: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b' },
])('a token is strong: $because', ({ token }) => {
  expect(weakness(token)).toBeUndefined()
})

it.each([
  { because: 'none', token: '', says: 'No ADMIN_TOKEN' },
  { because: 'short', token: 'k7Qz1mVb0nQeF2m8Zx', says: 'shorter than 20' },
  { because: 'one sign', token: 'a'.repeat(40), says: 'easy to guess' },
  { because: 'few signs', token: '010203010203010203010203', says: 'easy to guess' },
  { because: 'a piece again and again', token: 'abcdefghij12abcdefghij12', says: 'easy to guess' },
  {
    because: 'what is typed into every form',
    token: 'MyPassword1234567890!',
    says: 'easy to guess',
  },
  { because: 'what an example said', token: 'please-changeme-now-0123', says: 'easy to guess' },
])('a token is weak, and it is said why: $because', ({ token, says }) => {
  expect(weakness(token)?.en).toContain(says)
  expect(weakness(token)?.ar).toContain('ADMIN_TOKEN')
})
