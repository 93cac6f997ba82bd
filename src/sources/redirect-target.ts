import type { Refusal } from './reading.ts'
import type { BareDetail } from './refusal-detail.ts'

const LOGIN = /(?:^|\/)(?:wp-login\.php|log-?in|sign-?in|auth|sso|account\/login)(?:\/|$)/i
const FRONT = /^\/(?:(?:ar|en|ara|eng|home|index\.\w{2,4})\/?)?$/i

/**
 * Sites that have lost a page send its readers to the front page or to a login, with status 200 in
 * the end. That is not what was asked for, however readable it is.
 */
export function refuseRedirect(asked: string, answered: string): Refusal | undefined {
  if (asked === answered) return undefined
  const from = URL.parse(asked)
  const to = URL.parse(answered)
  if (from === null || to === null || from.pathname + from.search === to.pathname + to.search)
    return undefined
  if (LOGIN.test(to.pathname) && !LOGIN.test(from.pathname)) return refused('to-login')
  // `/?p=11386` is a page; `/?continue=…` of another host asks for consent.
  const isBare =
    to.search === '' || (to.host !== from.host && !/[?&]\w*=\d+(?:&|$)/.test(to.search))
  if (FRONT.test(to.pathname) && isBare && !FRONT.test(from.pathname)) return refused('to-front')
  return undefined
}

function refused(detail: BareDetail): Refusal {
  return { kind: 'refused', reason: 'soft-404', detail: [detail] }
}
