import type { Delivery, DigestEntry } from '../../src/deliveries/delivery.ts'
import type { Notice } from '../../src/deliveries/notice.ts'
import type { Statement } from '../../src/statements/statement.ts'
import type { Alert } from '../../src/watches/alert.ts'
import type { Match } from '../../src/watches/watch.ts'

/** Statements and alerts written for these tests; the organisation does not exist. */

export const BASE_URL = 'https://bayan.example'

const ARABIC: Statement = {
  id: 'marsad-12',
  tag: 'tag:bayan.example,2026:marsad-12',
  publisher: 'marsad',
  source: 'marsad-ar',
  language: 'ar',
  url: 'https://marsad.example/ar/2018/11/lajna/?p=12&lang=ar',
  title: 'المرصد يطالب بإحالة ملف السلاح الكيماوي إلى لجنة التحقيق',
  text: 'قال المرصد في بيان له اليوم إن استخدام الأسلحة الكيميائية جريمة لا تسقط بالتقادم.\nوأضاف أن الهجوم الكيماوي غربي المدينة يستدعي عمل بعثة OPCW على الفور.',
  html: '<p>قال المرصد</p>',
  published: '2018-11-26T00:00:00.000Z',
  firstSeen: '2026-11-23T09:00:00.000Z',
  updated: '2026-11-23T09:00:00.000Z',
  state: 'current',
  revision: 1,
  contentHash: 'c1',
  translation: null,
}

const ENGLISH: Statement = {
  ...ARABIC,
  id: 'marsad-13',
  tag: 'tag:bayan.example,2026:marsad-13',
  source: 'marsad-en',
  language: 'en',
  url: 'https://marsad.example/en/2018/11/inquiry/',
  title: 'Observatory asks for the chemical weapons file to be referred',
  text: 'The Observatory said today that the use of chemical weapons is a crime.\nIt called on the OPCW (منظمة حظر الأسلحة) to act at once & in public.',
  html: '<p>The Observatory</p>',
  contentHash: 'c2',
}

export const statements = { ar: ARABIC, en: ENGLISH }

/** The match of a word where it first stands in the field. */
export function matchOf(
  statement: Statement,
  field: Match['field'],
  surface: string,
  part = surface,
): Match {
  const start = statement[field].indexOf(surface)
  if (start < 0) throw new Error(`"${surface}" is not in the ${field}`)
  return { part, field, surface, start, end: start + surface.length }
}

const WATCH = { id: 'chemical', name: 'Chemical weapons', query: '"chemical weapons" OR كيماوي' }
const PUBLISHER = {
  id: 'marsad',
  name: { ar: 'مرصد المدينة', en: 'City Observatory' },
  site: 'https://marsad.example/',
}

export const appeared: Alert = {
  id: 'chemical/marsad-12/1/appeared',
  change: 'appeared',
  at: '2026-11-23T09:00:05.000Z',
  watch: WATCH,
  publisher: PUBLISHER,
  statement: ARABIC,
  matches: [
    matchOf(ARABIC, 'title', 'الكيماوي', 'كيماوي'),
    matchOf(ARABIC, 'text', 'الكيماوي', 'كيماوي'),
  ],
  translation: null,
}

export const revised: Alert = {
  ...appeared,
  id: 'chemical/marsad-13/3/revised',
  change: 'revised',
  statement: { ...ENGLISH, revision: 3 },
  previous: {
    title: ENGLISH.title,
    text: ENGLISH.text.replace('is a crime', 'may be a crime'),
  },
  class: 'wording',
  matches: [matchOf(ENGLISH, 'text', 'chemical weapons', '"chemical weapons"')],
}

const PAIR = { by: 'declared', confidence: 1 } as const

export const paired: Alert = {
  ...appeared,
  statement: {
    ...ARABIC,
    translation: {
      ...PAIR,
      id: ENGLISH.id,
      url: ENGLISH.url,
      language: 'en',
      title: ENGLISH.title,
    },
  },
  translation: {
    statement: {
      ...ENGLISH,
      translation: { ...PAIR, id: ARABIC.id, url: ARABIC.url, language: 'ar', title: ARABIC.title },
    },
    matches: [matchOf(ENGLISH, 'text', 'chemical weapons', '"chemical weapons"')],
  },
}

/** The same text stands at another publisher too. */
export const elsewhere: Alert = {
  ...appeared,
  also: [
    {
      publisher: {
        id: 'rabita',
        name: { ar: 'رابطة الضفاف', en: 'League of the Banks' },
        site: 'https://rabita.example/',
      },
      statement: { id: 'rabita-7', language: 'ar', url: 'https://rabita.example/7' },
    },
  ],
}

/** Nearly its words were told before, by a publisher who counts otherwise. */
export const nearlyTold: Alert = {
  ...appeared,
  toldBefore: (elsewhere.also ?? []).map((place) => ({ ...place, differs: 'numbers' })),
}

export const withdrawn: Alert = {
  ...appeared,
  id: 'chemical/marsad-12/1/withdrawn',
  change: 'withdrawn',
  statement: { ...ARABIC, state: 'withdrawn' },
}

export const notice: Notice = {
  id: 'marsad/marsad-ar/down/2026-11-23T09:00:00.000Z',
  at: '2026-11-23T09:00:05.000Z',
  subject: { publisher: 'marsad', source: 'marsad-ar' },
  state: 'down',
  reason: { ar: 'انقطع الاتصال بالموقع.', en: 'The connection to the site failed.' },
  since: '2026-11-23T09:00:00.000Z',
}

/** Two alerts in one. */
export const digest = {
  kind: 'digest',
  at: '2026-11-23T10:00:00.000Z',
  entries: [appeared, revised].map((alert, index): DigestEntry => {
    const { id, language, url, title, published, firstSeen, revision } = alert.statement
    return {
      delivery: `msg_0000000000000000000000000000000${index}`,
      alert: alert.id,
      at: alert.at,
      change: alert.change,
      watch: alert.watch,
      publisher: alert.publisher,
      statement: { id, language, url, title, published, firstSeen, revision },
    }
  }),
} as const

/** An alert in which everything that somebody else wrote is this text. */
export function alertFilledWith(text: string, language: 'ar' | 'en' = 'en'): Alert {
  const match = (field: Match['field']): Match => ({
    part: text,
    field,
    surface: text,
    start: 0,
    end: text.length,
  })
  const statement: Statement = { ...statements[language], title: text, text }
  // Five names in a row, which the operator gave: a row of the log need not hold five books.
  const name = text.slice(0, 1_000)
  const also = Array.from({ length: 5 }, (_, n) => ({
    publisher: { id: `q-${n}`, name: { ar: name, en: name }, site: 'https://q.example/' },
    statement: { id: `q-${n}-1`, language, url: `https://q.example/${'x'.repeat(300 * n)}` },
  }))
  return {
    ...appeared,
    watch: { id: 'w', name: text, query: text },
    publisher: { id: 'p', name: { ar: text, en: text }, site: 'https://p.example/' },
    statement,
    matches: [match('title'), match('text')],
    translation: {
      statement: { ...statements[language === 'ar' ? 'en' : 'ar'], title: text, text },
      matches: [match('text')],
    },
    also,
    toldBefore: also.map((place) => ({ ...place, differs: 'negation' })),
  }
}

export function deliveryOf(message: Alert | 'test'): Delivery {
  return {
    id: 'msg_00112233445566778899aabbccddeeff',
    endpoint: 'desk',
    message:
      message === 'test'
        ? { kind: 'test', at: '2026-11-23T09:00:05.000Z' }
        : { kind: 'alert', alert: message },
  }
}
