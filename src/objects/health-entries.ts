import type { Notice } from '../deliveries/notice.ts'
import { NOTICE_WORDS } from '../deliveries/notice-words-table.ts'
import { type PreparedEntry, prepareEntry } from '../feeds/prepare-entry.ts'
import { entryTag } from '../statements/statement-id.ts'
import { LANGUAGES } from '../text/language.ts'

/**
 * A notice as entries of the public feed of states, one a language. Endpoints and floods are the
 * operator's business and give none.
 */
export function healthEntries(notice: Notice, authority: string, baseUrl: string): PreparedEntry[] {
  const { id, at, subject, state, reason } = notice
  if ('endpoint' in subject || state === 'flood') return []
  return LANGUAGES.map((language) =>
    prepareEntry({
      id: `${id}/${language}`,
      tag: entryTag(authority, `health/${id}/${language}`),
      publisher: subject.publisher,
      source: subject.source,
      language,
      url: `${baseUrl}/status?lang=${language}`,
      title: `${subject.source}: ${NOTICE_WORDS[language][state]}`,
      text: reason[language],
      html: `<p>${escaped(reason[language])}</p>`,
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

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
