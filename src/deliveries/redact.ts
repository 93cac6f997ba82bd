import { percentDecoded } from '../text/percent-decoded.ts'
import { INVISIBLE } from '../text/unseen.ts'
import type { Endpoint } from './endpoint.ts'

const MOST_CHARACTERS = 1000
const REDACTED = '[redacted]'
/** Terminal commands: CSI (colours, cursor), OSC (titles, links), and other two-character ones. */
const ANSI =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|\u001B\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|\u001B[ -/]*[0-~]?/g
// oxlint-disable-next-line no-control-regex -- as above
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g
const ANY_SIGNING_SECRET = /whs(?:ec|k)_[A-Za-z0-9+/_=-]+/g
/** Parts of a path that name a service, not a receiver: hiding them would only blur the reason. */
const PLAIN_SEGMENTS = new Set([
  'services',
  'webhook',
  'webhooks',
  'hooks',
  'incoming',
  'workflows',
])
const SHORTEST_TOKEN = 6

/**
 * Makes a text fit to be stored and shown: without the endpoint's address, the tokens in it, or
 * signing secrets, without control characters, at most 1,000 characters.
 *
 * @param secrets an endpoint's `url`, `secret` and `to`, whatever they hold.
 */
export function redact(text: string, secrets: readonly string[]): string {
  // Stripped first: a secret parted by an invisible character would else be put together after.
  let clean = text.replace(ANSI, '').replace(INVISIBLE, '').replace(CONTROLS, ' ').toWellFormed()
  const needles = needlesIn(secrets)
  for (const needle of needles) clean = clean.replace(literally(needle), REDACTED)
  clean = withoutCutNeedle(clean.replace(ANY_SIGNING_SECRET, REDACTED), needles).trim()
  // Cut last: a secret across the cut would else leave its first half.
  return clean.length <= MOST_CHARACTERS ? clean : `${clean.slice(0, MOST_CHARACTERS - 1)}\u2026`
}

/** Everything that must not be seen, longest first, as it is and as a receiver might echo it. */
function needlesIn(secrets: readonly string[]): string[] {
  const plain = secrets.flatMap((secret) => secret.split(' ')).flatMap(partsOf)
  const echoed = plain.flatMap((part) => [
    part,
    encodeURIComponent(part),
    part.replaceAll('/', '\\/'),
  ])
  return [...new Set(echoed)].filter((part) => part !== '').sort((a, b) => b.length - a.length)
}

function partsOf(secret: string): string[] {
  const signing = /^whs(?:ec|k)_(.+)$/.exec(secret)?.[1]
  if (signing !== undefined) return [secret, signing]
  if (!URL.canParse(secret)) return [secret]
  const { href, host, pathname, search, hash, username, password } = new URL(secret)
  const path = pathname.length > SHORTEST_TOKEN ? [pathname] : []
  const tokens = [...pathname.split('/'), ...search.split(/[?&=]/), hash.slice(1)]
    .flatMap((token) => [token, percentDecoded(token)])
    .filter((token) => token.length >= SHORTEST_TOKEN && !PLAIN_SEGMENTS.has(token.toLowerCase()))
  const address = host + pathname + search
  // A bare host is shown: it tells the operator which receiver this is.
  const whole = address === `${host}/` ? [] : [secret, href, address]
  const credentials = [username, password].filter((part) => part.length >= 4)
  return [...whole, ...path, ...tokens, ...credentials]
}

function literally(text: string): RegExp {
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'gi')
}

/** Answers are read up to 4 KB, so that a text may end within a secret: its first half goes too. */
function withoutCutNeedle(text: string, needles: readonly string[]): string {
  const lower = text.toLowerCase()
  for (const needle of needles) {
    for (let length = needle.length - 1; length >= SHORTEST_TOKEN; length -= 1) {
      if (!lower.endsWith(needle.slice(0, length).toLowerCase())) continue
      return text.slice(0, text.length - length) + REDACTED
    }
  }
  return text
}

/** An endpoint's own texts that must not be seen. */
export function secretsOf({
  url,
  secret,
  to = '',
}: Pick<Endpoint, 'url' | 'secret' | 'to'>): string[] {
  // A chat called "1" would hide every 1 of the log.
  const addresses = to.split(',').map((address) => address.trim())
  return [url, secret, ...addresses.filter((address) => address.length >= SHORTEST_TOKEN)]
}

/**
 * The endpoint as the API answers it: `https://hooks.slack.com/…bQ3x`. The last four characters
 * tell two hooks of one workspace apart; they are left out where the token is so short that they
 * would be a good part of it. Of a secret nothing is shown, only that there is one and of what sort;
 * of a chat, a topic or an address of mail only its end.
 */
export function maskEndpoint(endpoint: Endpoint): Endpoint {
  const { url, secret, to } = endpoint
  const prefix = /^whs(?:ec|k)_/.exec(secret)?.[0] ?? ''
  return {
    ...endpoint,
    url: maskedAddress(url),
    secret: secret === '' ? '' : `${prefix}\u2026`,
    ...(to === undefined ? {} : { to: to.split(',').map(maskedReceiver).join(',') }),
  }
}

function maskedReceiver(to: string): string {
  const mail = to.trim().split('@')
  if (mail.length === 2) return `\u2026@${mail[1]}`
  return `\u2026${to.length >= 12 ? to.slice(-4) : ''}`
}

const SHORTEST_SHOWN = 20

function maskedAddress(address: string): string {
  if (address === '') return ''
  if (!URL.canParse(address)) return '\u2026'
  const { protocol, host, pathname, search } = new URL(address)
  const isLong = search === '' && (pathname.split('/').at(-1) ?? '').length >= SHORTEST_SHOWN
  return `${protocol}//${host}/\u2026${isLong ? pathname.slice(-4) : ''}`
}
