/**
 * A worker of a few lines, for a floor or for a try: same shape as `bundleWorker` gives.
 *
 * @param {string} code an ES module
 * @param {{ objects?: { binding: string, className: string }[], like?: object }} [options]
 *   `like`: a bundle whose compatibility date, flags and vars it shares
 */
export function smallWorker(code, { objects = [], like } = {}) {
  return {
    modules: [{ name: 'main.js', code }],
    bytes: code.length,
    compatibilityDate: like?.compatibilityDate ?? '2026-11-01',
    compatibilityFlags: like?.compatibilityFlags ?? [],
    vars: { ...like?.vars },
    kv: ['PUBLISHED'],
    objects,
  }
}

/**
 * A bundle behind an entry of our own: the classes stay as production has them, and the entry can
 * call them. The entry's code imports the bundle as `worker.js`; further objects may be added, so
 * that a floor lives in the same isolate as what it is compared with.
 */
export function wrapped(bundle, code, { objects = [] } = {}) {
  return {
    ...bundle,
    modules: [{ name: 'main.js', code: `export * from 'worker.js'\n${code}` }, ...bundle.modules],
    objects: [...bundle.objects, ...objects],
  }
}
