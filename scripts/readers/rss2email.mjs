import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { python, run, versionOf } from './program.mjs'

const READ = `
import json, mailbox, sys, email.header
def text(value):
  return str(email.header.make_header(email.header.decode_header(value or '')))
items = []
for mail in mailbox.Maildir(sys.argv[1]):
  body = mail.get_payload(decode=True).decode('utf-8')
  items.append({'id': text(mail['X-RSS-ID']), 'title': text(mail['Subject']),
    'link': text(mail['X-RSS-URL']), 'rtl': 'dir="rtl"' in body})
print(json.dumps(items))
`

/** One mail an entry, in a folder; an edit must not send a second one. */
export const rss2email = {
  name: 'rss2email',
  pollsBeforeConditional: 1,
  isRtl: ({ language }) => language === 'ar',
  // RSS cannot say whether a title is plain text; it guesses from what looks like markup.
  shownTitle: (title, feed) =>
    feed.endsWith('.rss') ? title.replace(/<b>(.*?)<\/b>/g, '**$1**') : title,
  version: () => versionOf('r2e', '--version'),
  async read(url, dir) {
    const config = join(dir, 'rss2email.cfg')
    const data = join(dir, 'rss2email.json')
    const mails = join(dir, 'mails')
    const r2e = (...args) => run('r2e', ['-c', config, '-d', data, ...args], { HOME: dir })
    if (!existsSync(config)) {
      for (const folder of ['cur', 'new', 'tmp'])
        await mkdir(join(mails, 'inbox', folder), { recursive: true })
      await writeFile(config, settings(mails))
      await r2e('add', 'feed', url, 'reader@localhost')
    }
    await r2e('run')
    return await python(READ, join(mails, 'inbox'))
  },
}

const settings = (mails) => `[DEFAULT]
from = bayan@localhost
to = reader@localhost
email-protocol = maildir
maildir-path = ${mails}
maildir-mailbox = inbox
html-mail = True
use-publisher-email = False
`
