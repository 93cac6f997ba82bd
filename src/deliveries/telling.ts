import type { Direction, Language } from '../text/language.ts'
import type { Span } from './plain-text.ts'

/** A line of a message, in its own direction. */
export interface Line {
  readonly role:
    | 'byline'
    | 'near'
    | 'watch'
    | 'found'
    | 'changed'
    | 'excerpt'
    | 'links'
    | 'translation'
    | 'also'
    | 'partner'
    | 'entry'
  readonly spans: readonly Span[]
}

/** What a message says to people, before a kind writes it in its own markup. */
export interface Telling {
  readonly language: Language
  readonly direction: Direction
  /** One line, never empty, at most 150 units. */
  readonly title: string
  /** The best link there is: the publisher's own page first. */
  readonly url: string
  /** For a notification: publisher, title and change in one line. */
  readonly summary: string
  readonly lines: readonly Line[]
}
