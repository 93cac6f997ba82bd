import type { Endpoint } from '../deliveries/endpoint.ts'
import type { BayanEnv } from './env.ts'
import { hexOf } from '../text/hex.ts'

/** What is sealed: by these anybody could write to the receiver, or in our name. */
type Secrets = Pick<Endpoint, 'url' | 'secret' | 'to'>

/** An endpoint as it is kept: `sealed` holds its address, secret and recipient. */
export interface SealedEndpoint extends Omit<Endpoint, keyof Secrets> {
  /** `{key id}.{iv}.{ciphertext}`, both in base64. Absent for a watch's feed, which has none. */
  readonly sealed?: string
}

type Keys = Pick<BayanEnv, 'ADMIN_TOKEN' | 'ENCRYPTION_KEY' | 'PREVIOUS_ENCRYPTION_KEY'>

const IV_BYTES = 12
const KEY_ID_DIGITS = 8

interface Key {
  readonly id: string
  readonly key: CryptoKey
}

/** Deriving takes a hash or two; an isolate asks for the same keys again and again. */
const derived = new Map<string, Promise<Key>>()

/** The secrets that may have sealed something, the one that seals now first. */
function materialOf(env: Keys): string[] {
  const { ENCRYPTION_KEY, ADMIN_TOKEN, PREVIOUS_ENCRYPTION_KEY } = env
  return [ENCRYPTION_KEY, ADMIN_TOKEN, PREVIOUS_ENCRYPTION_KEY].filter(
    (one): one is string => one !== undefined && one !== '',
  )
}

function keyOf(material: string): Promise<Key> {
  const known = derived.get(material)
  if (known !== undefined) return known
  const made = derive(material)
  derived.set(material, made)
  return made
}

/**
 * AES-256 by HKDF-SHA256 (RFC 5869) from a secret of high entropy; no password is stretched here.
 * The id tells which secret sealed something, and nothing about the secret.
 */
async function derive(material: string): Promise<Key> {
  const bytes = new TextEncoder().encode(material)
  const source = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, [
    'deriveKey',
    'deriveBits',
  ])
  const hkdf = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new TextEncoder().encode('bayan'),
    info: new TextEncoder().encode(info),
  })
  const aes = { name: 'AES-GCM', length: 256 }
  const key = await crypto.subtle.deriveKey(hkdf('endpoint secrets'), source, aes, false, [
    'encrypt',
    'decrypt',
  ])
  const bits = new Uint8Array(
    await crypto.subtle.deriveBits(hkdf('key id'), source, KEY_ID_DIGITS * 4),
  )
  return { id: hexOf(bits), key }
}

/** AES-GCM with the endpoint's id bound in: what was sealed for one opens for no other. */
function algorithm(iv: Uint8Array, id: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }
}

interface AesGcmParams {
  readonly name: 'AES-GCM'
  readonly iv: Uint8Array
  readonly additionalData: Uint8Array
}

/** @throws where no secret is set: then nothing may be saved, and the operator's side is off. */
export async function seal(endpoint: Endpoint, env: Keys): Promise<SealedEndpoint> {
  const { url, secret, to, ...open } = endpoint
  const text = JSON.stringify({ url, secret, to } satisfies Secrets)
  return { ...open, sealed: await sealText(text, endpoint.id, env) }
}

/** The endpoint whole; undefined where none of the secrets that are set opens it. */
export async function unseal(kept: SealedEndpoint, env: Keys): Promise<Endpoint | undefined> {
  const { sealed, ...open } = kept
  if (sealed === undefined) return { url: '', secret: '', ...open }
  const text = await unsealText(sealed, kept.id, env)
  if (text === undefined) return undefined
  const secrets: Secrets = JSON.parse(text)
  return { ...open, ...secrets }
}

/**
 * `{key id}.{iv}.{ciphertext}` of a text, for whoever is called `id`.
 * @throws where no secret is set
 */
export async function sealText(text: string, name: string, env: Keys): Promise<string> {
  const [material] = materialOf(env)
  if (material === undefined) throw new Error('nothing to seal with: set ADMIN_TOKEN')
  const { id, key } = await keyOf(material)
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const utf8 = new TextEncoder().encode(text)
  const bytes = new Uint8Array(await crypto.subtle.encrypt(algorithm(iv, name), key, utf8))
  return `${id}.${base64(iv)}.${base64(bytes)}`
}

/** The text; undefined where none of the secrets that are set opens it. */
export async function unsealText(
  sealed: string,
  name: string,
  env: Keys,
): Promise<string | undefined> {
  const [keyId, iv = '', bytes = ''] = sealed.split('.')
  for (const material of materialOf(env)) {
    const { id, key } = await keyOf(material)
    if (id !== keyId) continue
    try {
      const text = await crypto.subtle.decrypt(algorithm(bytesOf(iv), name), key, bytesOf(bytes))
      return new TextDecoder().decode(text)
    } catch {
      // Another secret of the same short id, or a damaged row: the next may open it.
    }
  }
  return undefined
}

/** Whether it is sealed with the secret of now; what an earlier version kept open is not. */
export async function isSealedAnew({ sealed }: SealedEndpoint, env: Keys): Promise<boolean> {
  return await isSealedNow(sealed, env)
}

export async function isSealedNow(sealed: string | undefined, env: Keys): Promise<boolean> {
  const [material] = materialOf(env)
  if (material === undefined) return true
  return sealed !== undefined && sealed.startsWith(`${(await keyOf(material)).id}.`)
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
