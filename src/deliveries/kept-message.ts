import type { Statement } from '../statements/statement.ts'
import type { MachineEvidence } from '../watches/alert.ts'
import type { Match } from '../watches/watch.ts'
import type { Message } from './delivery.ts'

/**
 * UTF-16 units of a text that a message may need: excerpts lie around the first matches. Five texts of
 * that length, in letters of two bytes, fit a row.
 */
const MOST_TEXT = 180_000

/**
 * A message as its row keeps it. The markup of a statement is kept for a watch's own feed alone,
 * since nobody else shows it. A row ends at 2 MB, and an alert may hold two statements of a
 * megabyte: very long texts are cut, and what hit behind the cut goes with it.
 */
export function keptMessage(message: Message, isFeed: boolean): Message {
  if (message.kind !== 'alert') return message
  const { alert } = message
  // Both have a table of their own.
  const { sketches: _sketches, trust: _trust, ...told } = alert
  const { translation, previous } = told
  const keep = (statement: Statement): Statement => kept(statement, isFeed)
  return {
    kind: 'alert',
    alert: {
      ...told,
      statement: keep(alert.statement),
      matches: alert.matches.filter(isInside),
      translation:
        translation === null
          ? null
          : {
              statement: keep(translation.statement),
              matches: translation.matches.filter(isInside),
            },
      ...(alert.machine === undefined ? {} : { machine: keptMachine(alert.machine) }),
      ...(previous === undefined
        ? {}
        : { previous: { title: previous.title, text: cutText(previous.text) } }),
    },
  }
}

function kept(statement: Statement, isFeed: boolean): Statement {
  const { text, html } = statement
  const isShown = isFeed && html.length <= MOST_TEXT
  return { ...statement, html: isShown ? html : '', text: cutText(text) }
}

function keptMachine({ text, matches, ...rest }: MachineEvidence): MachineEvidence {
  return { ...rest, text: cutText(text), matches: matches.filter(isInside) }
}

function cutText(text: string): string {
  return text.length <= MOST_TEXT ? text : text.slice(0, MOST_TEXT).toWellFormed()
}

function isInside({ end, field }: Match): boolean {
  return field === 'title' || end <= MOST_TEXT
}
