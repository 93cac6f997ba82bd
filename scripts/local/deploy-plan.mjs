/** What a deployment needs to know, apart from what only Cloudflare can tell. */

/**
 * The public address of a deployment, or why this one cannot be it.
 *
 * @param candidates where one may be given, the first that is decides
 */
export function publicAddress(candidates) {
  const given = candidates.find((one) => one !== undefined && one !== '' && !isLocal(one))
  if (given === undefined) return { kind: 'unknown' }
  if (!URL.canParse(given) || new URL(given).protocol !== 'https:') {
    const message = `BASE_URL must be an https address, not "${given}": over http the operator's token could be read.`
    return { kind: 'refused', message }
  }
  return { kind: 'known', address: given.replace(/\/+$/, '') }
}

function isLocal(address) {
  return (
    URL.canParse(address) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)
  )
}

/** The address that wrangler says it deployed to. */
export function deployedAddress(output) {
  return /https:\/\/[a-z0-9.-]+\.workers\.dev/.exec(output)?.[0]
}

/** `wrangler deploy` for this deployment: what is not given stays as wrangler.toml has it. */
export function deployArguments({ address, plan, isDryRun }) {
  return [
    'deploy',
    ...(isDryRun ? ['--dry-run', '--outdir', 'dist'] : []),
    ...(address === undefined ? [] : ['--var', `BASE_URL:${address}`]),
    ...(plan === undefined ? [] : ['--var', `PLAN:${plan}`]),
  ]
}

/** Where everything is once it runs. */
export function whereToGo(address) {
  return `
Bayan is deployed            ${address}
  the operator's desk        ${address}/desk
  all feeds                  ${address}/feeds.opml
  for uptime monitors        ${address}/healthz
  for Prometheus             ${address}/metrics
  the API                    ${address}/api

Next: open the desk, enter the token, and paste the address of a first site.
Upgrade and rollback: docs/deploying.md`
}
