/** The command was typed wrongly: the usage is shown. */
export class WrongUse extends Error {}

/** Bayan, or the site that it asked, said no: its words are shown. */
export class Refused extends Error {}

/** The body of a good answer; throws `Refused` with the API's own words for any other. */
export function good({ status, body }) {
  if (status < 400) return body
  const fields = (body?.errors ?? []).map(({ field, detail }) => `  ${field}: ${detail}`)
  throw new Refused([`${status}: ${body?.detail ?? 'no detail'}`, ...fields].join('\n'))
}
