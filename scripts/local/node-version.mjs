/** The oldest Node that wrangler runs on. */
export const NEEDED_NODE = '22.12.0'

/** Whether a version such as `24.21.0` is at least `NEEDED_NODE`. */
export function isNewEnough(version) {
  const have = version.split('.').map(Number)
  const need = NEEDED_NODE.split('.').map(Number)
  const at = need.findIndex((part, index) => have[index] !== part)
  return at === -1 || have[at] > need[at]
}
