import type { Html } from '../pages/jsx-runtime.ts'

/** Nothing runs or is loaded but our own files; nothing may frame us, and no form leaves us. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

interface PageHeaders {
  readonly status?: number
  readonly cache?: string
  /** `no-referrer` would also blank the Origin of our own forms, by which we know them. */
  readonly referrer?: 'no-referrer' | 'same-origin'
}

/** A page with the headers that every page has, errors too. */
export function page(
  content: Html,
  { status = 200, cache = 'public, max-age=15', referrer = 'no-referrer' }: PageHeaders = {},
): Response {
  return new Response(content.toString(), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': cache,
      vary: 'accept-language, accept-encoding',
      'content-security-policy': POLICY,
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': referrer,
      'x-content-type-options': 'nosniff',
    },
  })
}
