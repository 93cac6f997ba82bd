import type { SourceReport } from '../objects/publisher-report.ts'
import type { Words } from '../text/language.ts'

const QUERY = /(https?:\/\/[^\s?#"'<>]*)\?([^\s#"'<>]*)/g

/** Addresses in a text without the values of their queries: some feeds are read with a token there. */
export function withoutQueryValues(text: string): string {
  return text.replace(QUERY, (_, path: string, query: string) => {
    // A part without "=" is all value.
    const parts = query.split('&').map((part) => part.replace(/=.*|^[^=]+$/, hidden))
    return `${path}?${parts.join('&')}`
  })
}

function hidden(value: string): string {
  return value.startsWith('=') ? '=\u2026' : '\u2026'
}

/** A source as everybody may see it; the operator is shown its addresses whole. */
export function publicSource(source: SourceReport): SourceReport {
  const { url, detail, detail_ar: detailAr, words, notes, notes_ar } = source
  return {
    ...source,
    url: withoutQueryValues(url),
    detail: detail === null ? null : withoutQueryValues(detail),
    detail_ar: detailAr === null ? null : withoutQueryValues(detailAr),
    words: words === null ? null : hiddenIn(words),
    notes: notes.map(withoutQueryValues),
    notes_ar: notes_ar.map(withoutQueryValues),
  }
}

function hiddenIn({ en, ar }: Words): Words {
  return { en: withoutQueryValues(en), ar: withoutQueryValues(ar) }
}
