import { resolve } from 'node:path'

/**
 * Where a local run listens and keeps its state, from the environment.
 *
 * @param root the project's folder: a relative DATA_DIR is meant from there
 * @returns `{kind: 'settings', …}`, or `{kind: 'refused', message}` that says what to mend
 */
export function settingsOf(env, root) {
  const port = Number(env.PORT ?? '8787')
  // Two more follow: the demonstration's publisher and its receiver.
  if (!Number.isInteger(port) || port < 1 || port > 65_533) {
    return refused(`PORT must be a number from 1 to 65533, not "${env.PORT}".`)
  }
  // A plan is what Cloudflare counts: a machine of one's own has no daily budget to keep to.
  const plan = env.PLAN ?? 'paid'
  if (plan !== 'free' && plan !== 'paid')
    return refused(`PLAN must be free or paid, not "${plan}".`)
  const dataDir = resolve(root, env.DATA_DIR ?? '.data')
  return { kind: 'settings', port, sitePort: port + 1, receiverPort: port + 2, plan, dataDir }
}

function refused(message) {
  return { kind: 'refused', message }
}
