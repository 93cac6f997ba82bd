import type { Words } from '../text/language.ts'

/** A shorter token could be guessed: 128 bits are 22 letters of base64. */
const SHORTEST_TOKEN = 20
const FEWEST_SIGNS = 10
const FAMILIAR = /password|passw0rd|changeme|change-me|letmein|qwerty/i

/**
 * Why a token is none to trust a deployment to; undefined where nothing speaks against it. What was
 * made by chance passes always; what is refused is what people type.
 */
export function weakness(token: string): Words | undefined {
  if (token === '') return { en: 'No ADMIN_TOKEN is set', ar: 'لم يُضبط ADMIN_TOKEN' }
  if (token.length < SHORTEST_TOKEN)
    return { en: 'ADMIN_TOKEN is shorter than 20 characters', ar: 'ADMIN_TOKEN أقصر من 20 حرفًا' }
  if (new Set(token).size < FEWEST_SIGNS || /^(.{1,12})\1+$/.test(token) || FAMILIAR.test(token))
    return {
      en: 'ADMIN_TOKEN is easy to guess ("openssl rand -base64 32" prints a good one)',
      ar: 'ADMIN_TOKEN سهل التخمين ("openssl rand -base64 32" يولد رمزًا جيدًا)',
    }
  return undefined
}
