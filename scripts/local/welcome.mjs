import { relative } from 'node:path'

const FIRST_MINUTE = `In the next minute: the publisher's old statements are taken as known, and nobody is told; after
15 s it says something new in Arabic and in English; seconds later both stand in the feeds, and the
alerts with the receiver.`
const LATER_MINUTE = `Your configuration and all statements from the last run are in force. After 15 s the publisher goes on:
what it says stands in the feeds seconds later, and its alerts with the receiver.`

/** What a newcomer reads when everything runs. */
export function welcome({ url, site, receiver, admin, dataDir, isNew }) {
  const source = admin.from.startsWith(dataDir)
    ? `made for you, kept in ${shown(admin.from)}`
    : `from ${admin.from}`
  return `
Bayan is running            ${url}
  the operator's desk       ${url}/desk
  feeds                     ${url}/feeds/demo/ar.rss   …/en.atom   …/both.json
  what endpoints receive    ${receiver.url}/
  a publisher to watch      ${site.url}/ar/ and ${site.url}/en/   (it does not exist, and says something every 25 s)
  operator's token          ${admin.token}   (${source})

${isNew ? FIRST_MINUTE : LATER_MINUTE}

Nothing is sent beyond this machine. To follow a real publisher, the Syrian National Coalition
(etilaf.org), which is set up but paused:
  export ADMIN_TOKEN=${admin.token}
  curl -s -H "Authorization: Bearer $ADMIN_TOKEN" ${url}/api/v1/publishers/etilaf |
    sed 's/"paused":true/"paused":false/g' |
    curl -s -X PUT -H "Authorization: Bearer $ADMIN_TOKEN" -H 'Content-Type: application/json' \\
      --data-binary @- ${url}/api/v1/publishers/etilaf

Ctrl-C stops it; the state stays in ${shown(dataDir)}.
`
}

/** A path as it can be typed here; of what lies elsewhere the whole is shorter than the way up. */
function shown(path) {
  const way = relative('.', path)
  return way.startsWith('..') ? path : way || '.'
}
