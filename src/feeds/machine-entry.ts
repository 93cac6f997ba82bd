import type { MachineVersion } from '../statements/machine-version.ts'
import type { Statement } from '../statements/statement.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { OPENING_ONLY } from './feed-words.ts'
import { type PreparedEntry, prepareEntry } from './prepare-entry.ts'
import type { MachineMark } from './snapshot.ts'

/**
 * A machine version as an entry of its own, in its own language. Its dates are the statement's: to
 * have been translated late is no news. Its id is not the statement's, nor that of any version of the
 * publisher's: a reader that kept it never takes it for one of those.
 */
export function machineEntry(
  {
    stateSince: _since,
    divergedSince: _diverged,
    author: _author,
    modified: _modified,
    ...statement
  }: Statement,
  version: MachineVersion,
): PreparedEntry {
  const { language, provider, model, title, made } = version
  const entry = prepareEntry({
    ...statement,
    tag: `${statement.tag}/machine/${language}`,
    language,
    title,
    html: machineHtml(version),
    updated: made,
    translation: null,
  })
  const machine: MachineMark = { provider, model, original: statement.language }
  return { ...entry, head: `${entry.head.slice(0, -1)},"machine":${JSON.stringify(machine)}}` }
}

/** A machine gives plain text: what it says can never be markup of ours. */
export function machineHtml({
  text,
  language,
  truncated,
}: Pick<MachineVersion, 'text' | 'language' | 'truncated'>): string {
  const ending = truncated === true ? [OPENING_ONLY[language]] : []
  return [...text.split('\n'), ...ending]
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')
}
