import { directionOf, type Language } from '../text/language.ts'
import { snippet } from '../watches/snippet.ts'
import { alertTelling, byline, DOT, type SnippetOf, titleOf } from './alert-lines.ts'
import type { DigestEntry, Message } from './delivery.ts'
import { MESSAGE_WORDS } from './message-words-table.ts'
import { NOTICE_WORDS } from './notice-words-table.ts'
import { type Notice, subjectName } from './notice.ts'
import { placesInBrief } from './other-places.ts'
import { linkable, MOST_ADDRESS, pageAddress } from './page-address.ts'
import { isolate, oneLine } from './plain-text.ts'
import type { Line, Telling } from './telling.ts'

const MOST = { name: 80, reason: 250 }

/** What a message says to people, in lines that each kind writes in its own markup. */
export function tellingOf(
  message: Message,
  baseUrl: string,
  snippetOf: SnippetOf = snippet,
): Telling {
  switch (message.kind) {
    case 'alert':
      return alertTelling(message.alert, baseUrl, snippetOf)
    case 'digest':
      return digestTelling(message.entries, baseUrl)
    case 'notice':
      return noticeTelling(message.notice, baseUrl)
    case 'test':
      return testTelling(baseUrl)
  }
}

/** Several alerts in one message, oldest first, each with its link. */
function digestTelling(entries: readonly DigestEntry[], baseUrl: string): Telling {
  const language = entries[0]?.statement.language ?? 'en'
  const words = MESSAGE_WORDS[language]
  const title = words.digest(entries.length)
  const url = `${baseUrl}/`
  return {
    language,
    direction: directionOf(language),
    title,
    url,
    summary: title,
    lines: [
      { role: 'byline', spans: [{ text: words.newest, url }] },
      ...entries.map((entry) => digestLine(entry, baseUrl)),
    ],
  }
}

function digestLine(entry: DigestEntry, baseUrl: string): Line {
  const { statement, watch } = entry
  const url = linkable(statement.url, MOST_ADDRESS) ?? pageAddress(baseUrl, statement.id)
  const direction = directionOf(statement.language)
  const name = oneLine(watch.name, MOST.name) || watch.id
  const title = { text: titleOf(statement), url }
  const { foundByMachine } = MESSAGE_WORDS[statement.language]
  const how = entry.machine === true ? [DOT, { text: foundByMachine }] : []
  const spans = [
    title,
    DOT,
    ...byline(entry).spans,
    DOT,
    ...isolate([{ text: name }], direction),
    ...how,
    ...placesInBrief(entry),
  ]
  return { role: 'entry', spans: isolate(spans, 'ltr') }
}

/** In both languages: who runs a deployment may read either. */
function noticeTelling({ subject, state, reason }: Notice, baseUrl: string): Telling {
  const name = oneLine(subjectName(subject), MOST.name)
  const url = `${baseUrl}/status`
  const line = (language: Language): Line => {
    const show = (text: string) => isolate([{ text }], directionOf(language))
    const why = show(oneLine(reason[language], MOST.reason))
    const spans = [...show(name), { text: `: ${NOTICE_WORDS[language][state]}. ` }, ...why]
    return { role: 'byline', spans: isolate(spans, 'ltr') }
  }
  const status = `${MESSAGE_WORDS.en.status} \u00B7 ${MESSAGE_WORDS.ar.status}`
  return {
    language: 'en',
    direction: 'ltr',
    title: `Bayan \u00B7 ${name}`,
    url,
    summary: `${name}: ${NOTICE_WORDS.en[state]}`,
    lines: [line('en'), line('ar'), { role: 'links', spans: [{ text: status, url }] }],
  }
}

function testTelling(baseUrl: string): Telling {
  const url = `${baseUrl}/`
  const lines = (['en', 'ar'] as const).flatMap((language): Line[] => {
    const { testTitle, test, matched, newest } = MESSAGE_WORDS[language]
    const [word = '', ...rest] = test.split(' ')
    const shown = [
      { text: `${matched}: ` },
      { text: word, bold: true },
      { text: ` ${rest.join(' ')}` },
    ]
    return [
      { role: 'byline', spans: isolate([{ text: testTitle }], 'ltr') },
      { role: 'excerpt', spans: isolate(shown, 'ltr') },
      { role: 'links', spans: isolate([{ text: newest, url }], 'ltr') },
    ]
  })
  const title = 'Bayan \u00B7 \u0628\u064A\u0627\u0646'
  return {
    language: 'en',
    direction: 'ltr',
    title,
    url,
    summary: MESSAGE_WORDS.en.testTitle,
    lines,
  }
}
