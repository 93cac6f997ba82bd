import { once } from 'node:events'
import { createServer } from 'node:http'

const FORGED =
  'x]]>y]]></title></item><item><title>Forged</title><link>https://false.test/</link></item><item><title>'

/** Titles and texts as sources really send them, and as somebody might who means harm. */
const STATEMENTS = {
  ar: [
    ['بيان حول فتح الجسر القديم', '<p>يعلن المجلس فتح الجسر &amp; يشكر الجميع.</p>'],
    [FORGED, `<p>نص عادي بعنوان غريب.</p><![CDATA[${FORGED}]]>`],
    ['بيان\u0001 فيه\u000B محارف\uFFFE ممنوعة \uD83D', '<p>نص\u0002 كذلك \uDC00.</p>'],
    ['\u202Bبيان \u2067باتجاهات\u2069\u202C مختلطة in English', '<p>\u200Fنص\u200F.</p>'],
    ['1 < 2 & 3 > 2: "علامات" & \'أخرى\' <b>هنا</b>', '<p>1 &lt; 2 &amp;amp; كذلك.</p>'],
    ['عنوان طويل '.repeat(10_000), '<p>نص قصير.</p>'],
    ['', '<p>بيان بلا عنوان، أوله يكفي.</p>'],
  ],
  en: [
    ['Statement on the old bridge', '<p>The council announces that the bridge is open.</p>'],
    [`English ${FORGED}`, '<p>Plain text under a strange title.</p>'],
    ['AT&T, R&amp;D and <script>alert(1)</script>', '<p>Text &amp; more <b>text</b>.</p>'],
    ["Quotes “curly” and 'straight' \u{1F600}", '<p>Text with 😀 and ]]&gt; in it.</p>'],
  ],
}

/**
 * A source on loopback, `/{ar|en}.json` as JSON Feed, whose statements may be edited.
 *
 * @returns {Promise<{ origin: string, count: Record<string, number>, edit(language: string): void,
 *   close(): Promise<void> }>}
 */
export async function startHostileSource() {
  const edits = { ar: 0, en: 0 }
  const server = createServer((request, response) => {
    const language = request.url.slice(1, 3)
    if (STATEMENTS[language] === undefined) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': 'application/feed+json' })
    response.end(document(language, edits[language]))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    count: { ar: STATEMENTS.ar.length, en: STATEMENTS.en.length },
    edit: (language) => {
      edits[language]++
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function document(language, edits) {
  const items = STATEMENTS[language].map(([title, html], n) => ({
    id: `${language}-${n}`,
    url: `https://source.test/${language}/${encodeURIComponent('بيان')}/${n}?a=1&b=2`,
    title,
    content_html: n === 0 && edits > 0 ? `${html}<p>+ ${edits}</p>` : html,
    date_published: new Date(Date.UTC(2026, 9, 20 - n, 9)).toISOString(),
  }))
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Source',
    language,
    items,
  })
}
