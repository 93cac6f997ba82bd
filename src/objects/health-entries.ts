import type { Notice } from '../deliveries/notice.ts'
import { NOTICE_WORDS } from '../deliveries/notice-words-table.ts'
import { type PreparedEntry, prepareEntry } from '../feeds/prepare-entry.ts'
import { entryTag } from '../statements/statement-id.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { LANGUAGES } from '../text/language.ts'

/** Endpoints and floods are the operator's business: the public feed of states tells of neither. */
export function isPublic({ subject, state }: Notice): boolean {
  return !('endpoint' in subject) && state !== 'flood'
}

/** Who speaks of endpoints in the operator's feed. */
export const SELF = 'bayan'

/** A notice as entries of a feed of states, one a language. */
export function healthEntries(notice: Notice, authority: string, baseUrl: string): PreparedEntry[] {
  const { id, at, subject, state, reason } = notice
  const name = 'endpoint' in subject ? subject.endpoint : subject.source
  const page = 'endpoint' in subject ? `desk/endpoints/${name}` : 'status'
  return LANGUAGES.map((language) =>
    prepareEntry({
      id: `${id}/${language}`,
      tag: entryTag(authority, `health/${id}/${language}`),
      publisher: 'endpoint' in subject ? SELF : subject.publisher,
      source: name,
      language,
      url: `${baseUrl}/${page}?lang=${language}`,
      title: `${name}: ${NOTICE_WORDS[language][state]}`,
      text: reason[language],
      html: `<p>${escapeHtml(reason[language])}</p>`,
      published: at,
      firstSeen: at,
      updated: at,
      state: 'current',
      revision: 1,
      contentHash: '',
      translation: null,
    }),
  )
}
