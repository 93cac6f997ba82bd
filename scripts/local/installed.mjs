/**
 * Names the packages in which `node_modules` differs from the lock file; none means: up to date.
 *
 * npm writes `node_modules/.package-lock.json` as the last act of an install, so an install that
 * was broken off differs too. Packages for other systems are in the lock file only, marked
 * `optional`: their absence is no difference.
 *
 * @param lock the parsed `package-lock.json`
 * @param installed the parsed `node_modules/.package-lock.json`; `{packages: {}}` for none
 */
export function differencesOf(lock, installed) {
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '')
  const absentOrOther = wanted
    .filter(([path, entry]) => {
      const found = installed.packages[path]
      if (found === undefined) return entry.optional !== true && entry.peer !== true
      return found.version !== entry.version || found.integrity !== entry.integrity
    })
    .map(([path]) => path)
  const surplus = Object.keys(installed.packages).filter((path) => !(path in lock.packages))
  return [...absentOrOther, ...surplus].map((path) => path.replace(/^.*node_modules\//, ''))
}
