/** The command was typed wrongly: the usage is shown. */
export class WrongUse extends Error {}

/** Bayan, or the site that it asked, said no: its words are shown. */
export class Refused extends Error {}

/** Who answered is none of ours. */
export class NotBayan extends Error {}

/** The body of a good answer; throws `Refused` with the API's own words for any other. */
export function good({ status, body, isJson = true }, { lang, words }) {
  if (!isJson) throw new NotBayan()
  if (status < 400) return body
  const said = (one) => (lang === 'ar' ? one?.detail_ar : undefined) ?? one?.detail
  const errors = body?.errors ?? []
  const fields = errors.map((one) => `  ${one.field ? `${one.field}: ` : ''}${said(one)}`)
  // The detail repeats what the fields say: each is told once.
  const detail = fields.length > 0 ? words.notAdmitted : (said(body) ?? words.noDetail)
  throw new Refused([`${status}: ${detail}`, ...fields].join('\n'))
}
