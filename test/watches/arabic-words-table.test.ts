import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { PROCLITICS } from '../../src/watches/arabic-affixes-table.ts'
import { LONGEST_LISTED, ROOT_INITIALS, arabicWords } from '../../src/watches/arabic-words-table.ts'
import { surfaces } from './ask.ts'

const { withRootInitial, withOwnEnding, withoutArticle } = arabicWords()

describe('the lists of Arabic words', () => {
  it('are folded, as the words of texts are that they are compared with', () => {
    for (const word of [...withRootInitial, ...withOwnEnding, ...withoutArticle]) {
      expect(fold(word).text).toBe(word)
    }
  })

  it('are no longer, and begin with nothing else, than is looked up', () => {
    for (const word of [...withRootInitial, ...withOwnEnding]) {
      expect(word.length, word).toBeLessThanOrEqual(LONGEST_LISTED)
    }
    for (const word of withRootInitial) expect(ROOT_INITIALS).toContain(word.charAt(0))
  })

  it('protect each word whose first letter belongs to the root, behind every clitic', () => {
    for (const word of withRootInitial) {
      for (const { text } of PROCLITICS) {
        expect(surfaces(word.slice(1), text + word), `${word.slice(1)} in ${text + word}`).toEqual(
          [],
        )
      }
    }
  })

  it('never hide a protected word from whoever asks for it', () => {
    for (const word of [...withRootInitial, ...withOwnEnding]) {
      expect(surfaces(word, word), word).toEqual([word])
    }
  })
})
