import type { AddressPolicy } from './address-guard.ts'
import type { AiBinding } from './workers-ai.ts'

/** The bindings of wrangler.toml together with what is set outside it. */
export interface BayanEnv extends Env {
  /** A secret. Without it the public side works and the operator's side is off. */
  readonly ADMIN_TOKEN?: string
  /** A secret: what endpoints' secrets are sealed with; the token where it is not set. */
  readonly ENCRYPTION_KEY?: string
  /** The value that ENCRYPTION_KEY or ADMIN_TOKEN had before, while it is being replaced. */
  readonly PREVIOUS_ENCRYPTION_KEY?: string
  /** Cloudflare's binding for mail, where the deployment has one. */
  readonly EMAIL?: SendEmail
  /** Cloudflare's binding for models, where the deployment has one. */
  readonly AI?: AiBinding
  /** Whom a site's operator may write to about our polls: a mail address or a page. */
  readonly CONTACT?: string
  /** Public hubs (WebSub) that feeds name and that are told of changes; apart by spaces. */
  readonly PUBLIC_HUBS?: string
  /** `https://{team}.cloudflareaccess.com`, where Cloudflare Access stands before the desk. */
  readonly ACCESS_TEAM?: string
  /** The tag of the Access application, its "audience". */
  readonly ACCESS_AUD?: string
}

let trimmed: { readonly from: string; readonly to: string } | undefined

/** Public address of this deployment, without a slash at the end. Asked at every request. */
export function baseUrlOf({ BASE_URL: from }: Pick<Env, 'BASE_URL'>): string {
  if (trimmed?.from !== from) trimmed = { from, to: from.replace(/\/+$/, '') }
  return trimmed.to
}

/** Each costs a request whenever a feed changed. */
const MOST_PUBLIC_HUBS = 3
let readHubs: { readonly from: string; readonly to: readonly string[] } | undefined

/** The public hubs that this deployment tells; none unless the operator names them. */
export function publicHubsOf(
  env: Pick<Env, 'BASE_URL'> & { readonly PUBLIC_HUBS?: string },
): readonly string[] {
  const from = env.PUBLIC_HUBS ?? ''
  if (readHubs?.from !== from) {
    const hubs = from.split(/\s+/).filter((hub) => /^https?:/.test(hub) && URL.canParse(hub))
    // As a header may carry it: a URL in its one form holds no angle bracket.
    const to = hubs.slice(0, MOST_PUBLIC_HUBS).map((hub) => new URL(hub).href)
    readHubs = { from, to }
  }
  return readHubs.to
}

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Private addresses may be reached only by a deployment that is itself only locally reachable. */
export function mayReachPrivate(env: Pick<Env, 'BASE_URL' | 'ALLOW_PRIVATE_NETWORK'>): boolean {
  return env.ALLOW_PRIVATE_NETWORK === 'true' && isLocal(env)
}

/** Whom this deployment may ask. */
export function addressPolicyOf(
  env: Pick<Env, 'BASE_URL' | 'ALLOW_PRIVATE_NETWORK'>,
): AddressPolicy {
  return { allowPrivate: mayReachPrivate(env), ownHost: new URL(env.BASE_URL).hostname }
}

/** `ALLOW_PRIVATE_NETWORK` beside a public address opens the network behind it to every source. */
export function isMisconfigured(env: Pick<Env, 'BASE_URL' | 'ALLOW_PRIVATE_NETWORK'>): boolean {
  return env.ALLOW_PRIVATE_NETWORK === 'true' && !isLocal(env)
}

let judged: { readonly base: string; readonly isLocal: boolean } | undefined

/** Asked at every request, so the answer is kept: an isolate has one address. */
export function isLocal({ BASE_URL: base }: Pick<Env, 'BASE_URL'>): boolean {
  if (judged?.base !== base) judged = { base, isLocal: LOCAL_HOSTS.has(new URL(base).hostname) }
  return judged.isLocal
}

/** How Bayan names itself to the sites it asks. */
export function userAgentOf(env: Pick<Env, 'BASE_URL'> & { readonly CONTACT?: string }): string {
  // A header takes printable ASCII only, and a parenthesis would end the comment.
  const contact = (env.CONTACT ?? '').replace(/[^ -~]|[()\\]/g, '').trim()
  return `Bayan/1.0 (+${baseUrlOf(env)}${contact === '' ? '' : `; ${contact}`})`
}
