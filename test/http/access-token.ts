export const TEAM = 'https://team.cloudflareaccess.com'
export const AUDIENCE = 'tag-of-the-application'

const RS256 = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
}

export async function signingKeys(): Promise<CryptoKeyPair> {
  return (await crypto.subtle.generateKey(RS256, true, ['sign', 'verify'])) as CryptoKeyPair
}

/** The key as a team publishes it. */
export async function publicKey({ publicKey: key }: CryptoKeyPair, kid: string): Promise<object> {
  const { n, e } = (await crypto.subtle.exportKey('jwk', key)) as JsonWebKey
  return { kid, kty: 'RSA', n, e, alg: 'RS256', use: 'sig' }
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const part = (value: unknown): string => base64url(new TextEncoder().encode(JSON.stringify(value)))

/** What Access hands on: who was let in, signed by the team. */
export async function signed(
  header: object,
  claims: object,
  { privateKey }: CryptoKeyPair,
): Promise<string> {
  const text = `${part(header)}.${part(claims)}`
  const bytes = new TextEncoder().encode(text)
  const signature = await crypto.subtle.sign(RS256.name, privateKey, bytes)
  return `${text}.${base64url(new Uint8Array(signature))}`
}
