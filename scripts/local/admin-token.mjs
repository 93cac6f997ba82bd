import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keptSecret } from './kept-secret.mjs'

/**
 * What may stand behind `Bearer` (RFC 6750, 2.1), and as long as the service asks. It also keeps
 * quotes and `$` out of the variables' file.
 */
const TOKEN = /^[A-Za-z0-9._~+/-]{20,}=*$/

/**
 * The operator's token and where it came from: the environment, else `.dev.vars`, else one that was
 * made and is kept with the local state.
 *
 * @param weakness the service's own rule: with a token that it does not trust it runs without an operator's side
 */
export function adminToken({ env, root, dataDir, weakness }) {
  const given = env.ADMIN_TOKEN
    ? { token: env.ADMIN_TOKEN, from: 'the environment' }
    : { token: fromDevVars(join(root, '.dev.vars')), from: '.dev.vars' }
  if (!given.token) {
    const file = join(dataDir, 'admin-token')
    return {
      kind: 'token',
      token: keptSecret(file, (bytes) => bytes.toString('base64url')),
      from: file,
    }
  }
  const why = whyNot(given, weakness)
  if (why === undefined) return { kind: 'token', ...given }
  return { kind: 'refused', message: `${why} Without one, npm start makes its own.` }
}

function whyNot({ token, from }, weakness) {
  if (!TOKEN.test(token)) {
    return `ADMIN_TOKEN from ${from} must have 20 characters or more: letters, digits and . _ ~ + / -.`
  }
  const weak = weakness(token)
  return weak && `${weak.en}: ${from}.`
}

/** The token in a file of variables as wrangler reads it; undefined where there is none. */
export function fromDevVars(file) {
  try {
    const [, value] =
      /^\s*(?:export\s+)?ADMIN_TOKEN\s*=\s*(.*?)\s*$/m.exec(readFileSync(file, 'utf8')) ?? []
    return value?.replace(/^(["'])(.*)\1$/, '$2')
  } catch {
    return undefined
  }
}
