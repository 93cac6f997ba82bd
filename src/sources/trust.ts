/**
 * Whose wording counts where several publishers bring one text, from the least on. A text of a more
 * trusted publisher never joins the alert of a less trusted one.
 */
export const TRUST_LEVELS = ['low', 'normal', 'high'] as const

export type Trust = (typeof TRUST_LEVELS)[number]

/** 0 for the least; a publisher of which nothing was said is of normal trust. */
export function rankOf(trust: Trust = 'normal'): number {
  return TRUST_LEVELS.indexOf(trust)
}
