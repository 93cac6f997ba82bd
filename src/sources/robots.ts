/** What one site's robots.txt says to us. Empty rules allow everything. */
export interface Robots {
  readonly rules: readonly RobotsRule[]
}

interface RobotsRule {
  readonly allow: boolean
  readonly path: string
}

export const EVERYTHING_ALLOWED: Robots = { rules: [] }

/** Lines past these are not read: RFC 9309 (2.5) asks for 500 KiB at least. */
export const ROBOTS_BYTES = 500 * 1024
const MOST_RULES = 1_000
/** No address that a source has is longer. All rules together must fit a row of 2 MB. */
const LONGEST_PATH = 1_800

/**
 * Reads robots.txt (RFC 9309) for one product token: the groups that name it, else the groups for
 * everybody. Anything that is no rule is passed over, so an HTML page in its place allows everything.
 */
export function parseRobots(text: string, agent: string): Robots {
  const own: RobotsRule[] = []
  const everybodys: RobotsRule[] = []
  let named = false
  let group: { own: boolean; everybody: boolean } | undefined
  let opening = false
  for (const line of text.slice(0, ROBOTS_BYTES).split(/\r\n?|\n/)) {
    const [, field = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? []
    const name = field.toLowerCase()
    if (name === 'user-agent') {
      const token = value.trim().toLowerCase()
      if (!opening || group === undefined) group = { own: false, everybody: false }
      group.own ||= token === agent.toLowerCase()
      group.everybody ||= token === '*'
      named ||= group.own
      opening = true
    } else if (name === 'allow' || name === 'disallow') {
      opening = false
      const path = normalised(value.trim())
      // "Disallow:" without a path forbids nothing.
      if (path === '' || path.length > LONGEST_PATH) continue
      if (own.length + everybodys.length >= MOST_RULES) continue
      const rule = { allow: name === 'allow', path }
      if (group?.own === true) own.push(rule)
      if (group?.everybody === true) everybodys.push(rule)
    }
  }
  return { rules: named ? own : everybodys }
}

/** Whether an address may be asked: the longest rule that fits decides, `allow` where two are equal. */
export function isAllowed({ rules }: Robots, url: string): boolean {
  if (rules.length === 0) return true
  const { pathname, search } = new URL(url)
  if (pathname === '/robots.txt') return true
  const path = normalised(pathname + search)
  let longest = -1
  let allowed = true
  for (const rule of rules) {
    const { length } = rule.path
    if (length < longest || (length === longest && !rule.allow) || !fits(rule.path, path)) continue
    longest = length
    allowed = rule.allow
  }
  return allowed
}

/** `*` stands for anything, `$` for the end. No regular expression: the pattern is a stranger's. */
function fits(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$')
  const [first = '', ...others] = (anchored ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = others.pop()
  if (last === undefined) return !anchored || at === path.length
  for (const part of others) {
    const found = path.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return anchored
    ? path.length - last.length >= at && path.endsWith(last)
    : path.indexOf(last, at) !== -1
}

/** Letters and their escapes are one path; escapes are written in capitals. */
function normalised(path: string): string {
  return path
    .toWellFormed()
    .replace(/[^ -~]+/g, encodeURIComponent)
    .replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase())
}
