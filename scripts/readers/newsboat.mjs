import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { python, run, versionOf } from './program.mjs'

const READ = `
import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
rtl = db.execute('SELECT is_rtl FROM rss_feed').fetchone()[0]
items = db.execute('SELECT guid, title, url FROM rss_item WHERE deleted = 0').fetchall()
print(json.dumps([{'id': g, 'title': t, 'link': u, 'rtl': bool(rtl)} for g, t, u in items]))
`

/**
 * Direction comes from the language of the feed; one in both languages has none. It writes the
 * validators to a row that the first poll has not made yet: only the third poll is conditional.
 */
export const newsboat = {
  name: 'newsboat',
  pollsBeforeConditional: 2,
  isRtl: (entry, feed) => feed.includes('/ar.'),
  shownTitle: (title) => title,
  version: () => versionOf('newsboat', '--version'),
  async read(url, dir) {
    const urls = join(dir, 'newsboat-urls')
    const cache = join(dir, 'newsboat.db')
    await writeFile(urls, `${url}\n`)
    await run('newsboat', ['-u', urls, '-c', cache, '-C', '/dev/null', '-x', 'reload'], {
      HOME: dir,
    })
    return await python(READ, cache)
  },
}
