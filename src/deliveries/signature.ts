/**
 * Signatures as the Standard Webhooks specification asks for them, over `{id}.{timestamp}.{body}`, in
 * base64 behind the name of their version: HMAC-SHA256 as `v1,` by a secret `whsec_…` that both
 * sides have, ed25519 as `v1a,` by a private key `whsk_…` that only we have.
 */
const PREFIX = 'whsec_'
const PRIVATE_PREFIX = 'whsk_'
/** An ed25519 key is a seed of 32 bytes; many programs write the public half behind it. */
const SEED_BYTES = 32
/** What stands before the seed in PKCS #8 (RFC 8410, section 7), the form that WebCrypto imports. */
const PKCS8 = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]
const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const FEWEST_BYTES = 24
const MOST_BYTES = 64
/** The new secret and the one it replaces; more would only make a leaked one live longer. */
const MOST_SECRETS = 2

export type SecretReading =
  | { readonly kind: 'secret'; readonly scheme: 'v1' | 'v1a'; readonly key: Uint8Array }
  | { readonly kind: 'refused'; readonly message: string }

type Secret = Extract<SecretReading, { readonly kind: 'secret' }>

export type SecretsReading =
  | { readonly kind: 'secrets'; readonly secrets: readonly Secret[] }
  | { readonly kind: 'refused'; readonly message: string }

/** Reads one `whsec_` or `whsk_` secret. The message of a refusal says what to mend and repeats no secret. */
export function parseSecret(text: string): SecretReading {
  const prefix = [PREFIX, PRIVATE_PREFIX].find((one) => text.startsWith(one))
  if (prefix === undefined) return refused(`A signing secret begins with "${PREFIX}".`)
  const encoded = text.slice(prefix.length)
  if (!BASE64.test(encoded)) {
    return refused(
      `What follows "${prefix}" must be padded base64 (A-Z, a-z, 0-9, "+", "/", "="), without spaces.`,
    )
  }
  const key = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
  if (prefix === PRIVATE_PREFIX) {
    if (key.length !== SEED_BYTES && key.length !== 2 * SEED_BYTES) {
      return refused(`A private key of ed25519 holds 32 or 64 bytes; this one holds ${key.length}.`)
    }
    return { kind: 'secret', scheme: 'v1a', key: key.slice(0, SEED_BYTES) }
  }
  if (key.length < FEWEST_BYTES || key.length > MOST_BYTES) {
    return refused(
      `A signing secret holds ${FEWEST_BYTES} to ${MOST_BYTES} bytes; this one holds ${key.length}.`,
    )
  }
  return { kind: 'secret', scheme: 'v1', key }
}

/** Reads an endpoint's secret as it is kept: one, or the new and the old while it is rotated. */
export function parseSecrets(text: string): SecretsReading {
  const texts = text.split(' ')
  if (texts.length > MOST_SECRETS) {
    return refused('Give one signing secret, or the new and the old one separated by one space.')
  }
  const secrets: Secret[] = []
  for (const each of texts) {
    const reading = parseSecret(each)
    if (reading.kind === 'refused') return reading
    secrets.push(reading)
  }
  return { kind: 'secrets', secrets }
}

function refused(message: string): { kind: 'refused'; message: string } {
  return { kind: 'refused', message }
}

/**
 * The value of the header `webhook-signature`: one signature for each secret, separated by a space.
 *
 * Throws on a secret that `parseSecrets` refuses: secrets are admitted when an endpoint is saved,
 * so a bad one here is our mistake, and a message that nobody can verify must not leave.
 */
export async function signMessage(
  secret: string,
  id: string,
  timestampSeconds: number,
  body: string,
): Promise<string> {
  const content = new TextEncoder().encode(`${id}.${timestampSeconds}.${body}`)
  const keys = importedKeys.get(secret) ?? (await imported(secret, id))
  const signatures = await Promise.all(keys.map((key) => sign(key, content)))
  return signatures.join(' ')
}

/** Keys by the text of their secrets: to import one takes longer than to sign with it. */
const importedKeys = new Map<string, readonly CryptoKey[]>()
const MOST_KEYS = 50

async function imported(text: string, id: string): Promise<readonly CryptoKey[]> {
  const reading = parseSecrets(text)
  if (reading.kind === 'refused') throw new Error(`cannot sign ${id}: ${reading.message}`)
  const keys = await Promise.all(reading.secrets.map(importKey))
  if (importedKeys.size >= MOST_KEYS) importedKeys.clear()
  importedKeys.set(text, keys)
  return keys
}

async function importKey({ scheme, key }: Secret): Promise<CryptoKey> {
  const { subtle } = crypto
  if (scheme === 'v1')
    return await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const pkcs8 = Uint8Array.from([...PKCS8, ...key])
  return await subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, false, ['sign'])
}

async function sign(key: CryptoKey, content: Uint8Array): Promise<string> {
  const { name } = key.algorithm
  const signature = await crypto.subtle.sign(name, key, content)
  const version = name === 'HMAC' ? 'v1' : 'v1a'
  return `${version},${btoa(String.fromCharCode(...new Uint8Array(signature)))}`
}
