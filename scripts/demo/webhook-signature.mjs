import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far a message's clock may be from ours, as the Standard Webhooks specification advises. */
const TOLERANCE_SECONDS = 300

/**
 * Checks a message as its receiver should (Standard Webhooks): HMAC-SHA256 over
 * `{id}.{timestamp}.{body}`, any one of the signatures in the header.
 *
 * @param secret `whsec_` and base64
 * @param headers in lower case, as Node gives them
 * @param body the text as it came: a parsed and rewritten body has another signature
 * @returns 'valid', or what is wrong in a few words
 */
export function checkSignature(secret, headers, body, nowMs) {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  const signatures = headers['webhook-signature']
  if (!id || !timestamp || !signatures) return 'a webhook-* header is missing'
  const age = Math.abs(nowMs / 1000 - Number(timestamp))
  if (!(age <= TOLERANCE_SECONDS)) return 'the timestamp is more than five minutes off'
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  const matches = signatures.split(' ').some((each) => {
    if (!each.startsWith('v1,')) return false
    const given = Buffer.from(each.slice(3), 'base64')
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
  return matches ? 'valid' : 'the signature does not match'
}
