/**
 * Signatures as the Standard Webhooks specification asks for them: HMAC-SHA256 over
 * `{id}.{timestamp}.{body}`, in base64 behind the name of its version, `v1,`.
 */
const PREFIX = 'whsec_'
const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const FEWEST_BYTES = 24
const MOST_BYTES = 64
/** The new secret and the one it replaces; more would only make a leaked one live longer. */
const MOST_SECRETS = 2

export type SecretReading =
  | { readonly kind: 'secret'; readonly key: Uint8Array }
  | { readonly kind: 'refused'; readonly message: string }

export type SecretsReading =
  | { readonly kind: 'secrets'; readonly keys: readonly Uint8Array[] }
  | { readonly kind: 'refused'; readonly message: string }

/** Reads one `whsec_` secret. The message of a refusal says what to mend and repeats no secret. */
export function parseSecret(text: string): SecretReading {
  if (!text.startsWith(PREFIX)) return refused(`A signing secret begins with "${PREFIX}".`)
  const encoded = text.slice(PREFIX.length)
  if (!BASE64.test(encoded)) {
    return refused(
      `What follows "${PREFIX}" must be padded base64 (A-Z, a-z, 0-9, "+", "/", "="), without spaces.`,
    )
  }
  const key = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
  if (key.length < FEWEST_BYTES || key.length > MOST_BYTES) {
    return refused(
      `A signing secret holds ${FEWEST_BYTES} to ${MOST_BYTES} bytes; this one holds ${key.length}.`,
    )
  }
  return { kind: 'secret', key }
}

/** Reads an endpoint's secret as it is kept: one, or the new and the old while it is rotated. */
export function parseSecrets(text: string): SecretsReading {
  const texts = text.split(' ')
  if (texts.length > MOST_SECRETS) {
    return refused('Give one signing secret, or the new and the old one separated by one space.')
  }
  const keys: Uint8Array[] = []
  for (const each of texts) {
    const reading = parseSecret(each)
    if (reading.kind === 'refused') return reading
    keys.push(reading.key)
  }
  return { kind: 'secrets', keys }
}

function refused(message: string): { kind: 'refused'; message: string } {
  return { kind: 'refused', message }
}

/**
 * The value of the header `webhook-signature`: one `v1,…` for each secret, separated by a space.
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
  const reading = parseSecrets(secret)
  if (reading.kind === 'refused') throw new Error(`cannot sign ${id}: ${reading.message}`)
  const content = new TextEncoder().encode(`${id}.${timestampSeconds}.${body}`)
  const signatures = await Promise.all(reading.keys.map((key) => sign(key, content)))
  return signatures.join(' ')
}

async function sign(key: Uint8Array, content: Uint8Array): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign'])
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', imported, content))
  return `v1,${btoa(String.fromCharCode(...signature))}`
}
