import { describe, expect, it } from 'vitest'
import { LISTING_READERS, readListing } from '../../src/sources/listing-readers.ts'
import { documentOf, sourceWith } from './documents.ts'

const URL_ = 'https://t.me/s/majlis_news'
const message = (n: number, text: string, more = '') =>
  `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="majlis_news/${n}" data-view="x"><div class="tgme_widget_message_user"><a href="https://t.me/majlis_news"><i></i></a></div><div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author"><a href="https://t.me/majlis_news"><span dir="auto">مجلس الضفتين</span></a></div>${more}${text === '' ? '' : `<div class="tgme_widget_message_text js-message_text" dir="auto">${text}</div>`}<div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">${n}K</span><a class="tgme_widget_message_date" href="https://t.me/majlis_news/${n}"><time datetime="2025-11-26T10:0${n}:00+00:00" class="time">10:0${n}</time></a></div></div></div></div>`
const page = (messages: string) =>
  `<!DOCTYPE html><html><body><main class="tgme_main"><section class="tgme_channel_history js-message_history">${messages}</section></main></body></html>`
const read = (text: string, options = {}) =>
  readListing(
    documentOf(text, { url: URL_, mediaType: 'text/html' }),
    sourceWith({ kind: 'telegram', url: URL_ }),
    options,
  )
const TWO = page(
  message(
    1,
    'فتح الجسر الشرقي<br/><br/>دعا المجلس إلى <b>فتح</b> الجسر.<br/><a href="https://majlis.example/1">التفاصيل</a>',
  ) + message(2, '<i class="emoji"><b>🔴</b></i> عاجل من المرفأ'),
)

it('a message is a statement: first line, text, moment, address; the newest first', async () => {
  expect(await read(TWO)).toMatchObject({
    readAs: 'telegram',
    entries: [
      { url: 'https://t.me/majlis_news/2', published: '2025-11-26T10:02:00.000Z' },
      {
        url: 'https://t.me/majlis_news/1',
        guid: 'tg:majlis_news/1',
        title: 'فتح الجسر الشرقي',
        published: '2025-11-26T10:01:00.000Z',
        html: '<p>فتح الجسر الشرقي</p><p>دعا المجلس إلى <strong>فتح</strong> الجسر.<br><a href="https://majlis.example/1" rel="noopener noreferrer nofollow">التفاصيل</a></p>',
        complete: true,
      },
    ],
    notes: [],
  })
})

it('counters are not read: a visit makes nothing new', async () => {
  const first = await read(TWO)
  const marks = first.kind === 'read' ? first.entries.map(({ fingerprint }) => fingerprint) : []
  const later = await read(TWO.replaceAll(/\dK</g, '99K<'), {
    isKnown: (mark: string) => marks.includes(mark),
  })
  expect(later).toMatchObject({ entries: [] })
  expect(later.kind === 'read' && later.known).toHaveLength(2)
})

it('a message without text is passed over with a note', async () => {
  expect(await read(page(message(1, '') + message(2, 'عاجل')))).toMatchObject({
    entries: [{ title: 'عاجل' }],
    notes: [{ en: /1 messages have no text/ }],
  })
})

it('a page without messages says what that may be', async () => {
  expect(await read(page(''))).toMatchObject({ kind: 'refused', detail: ['no-messages'] })
})

describe('addresses', () => {
  it.each([
    ['https://t.me/majlis_news', URL_],
    ['https://t.me/s/majlis_news', URL_],
    ['https://t.me/majlis_news/123', URL_],
    ['https://telegram.me/majlis_news?x=1', URL_],
    ['https://majlis.example/majlis_news', 'https://majlis.example/majlis_news'],
  ])('%s is asked as %s', (address, asked) => {
    expect(LISTING_READERS.telegram.address?.(address)).toBe(asked)
  })
})
