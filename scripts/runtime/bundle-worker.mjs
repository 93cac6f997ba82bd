import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'

const require = createRequire(import.meta.url)
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const WRANGLER = join(dirname(require.resolve('wrangler/package.json')), 'bin/wrangler.js')

/**
 * The production worker as `wrangler deploy` would upload it, with what `wrangler.toml` says about
 * its bindings: a description that `startRuntime` can run.
 *
 * @param {{ outdir: string, config?: string }} options folder for the bundle, emptied first;
 *   another configuration than the repository's
 * @returns {Promise<{ modules: { name: string, path: string, bytes: number, gzipBytes: number,
 *   atStart: boolean }[], bytes: number, gzipBytes: number, startGzipBytes: number,
 *   compatibilityDate: string, compatibilityFlags: string[], vars: Record<string, string>,
 *   kv: string[], objects: { binding: string, className: string }[] }>} the entry is the first module
 *   and called `worker.js`; `atStart`: whether it is evaluated before anything is asked
 */
export async function bundleWorker({ outdir, config = join(ROOT, 'wrangler.toml') }) {
  await rm(outdir, { recursive: true, force: true })
  await mkdir(outdir, { recursive: true })
  const { main, isSplit, ...bindings } = readBindings(config)
  const call = [WRANGLER, 'deploy', '--config', config, '--dry-run', '--outdir', outdir]
  // What our own build wrote is minified already.
  if (!isSplit) call.push('--minify')
  await promisify(execFile)(process.execPath, call, {
    cwd: ROOT,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
  })
  const entry = `${parse(main).name}.js`
  const names = (await readdir(outdir)).filter((name) => name.endsWith('.js') && name !== entry)
  const modules = await Promise.all(
    [entry, ...names].map(async (name) => {
      const path = join(outdir, name)
      const code = await readFile(path, 'utf8')
      const sizes = { bytes: Buffer.byteLength(code), gzipBytes: gzipSync(code).byteLength }
      return { name: name === entry ? 'worker.js' : name, path, code, ...sizes }
    }),
  )
  const start = reachedAtStart(modules)
  const sum = (some, of) => some.reduce((total, module) => total + module[of], 0)
  return {
    modules: modules.map((module) => {
      const { code: _, ...described } = module
      return { ...described, atStart: start.has(module) }
    }),
    bytes: sum(modules, 'bytes'),
    gzipBytes: sum(modules, 'gzipBytes'),
    startGzipBytes: sum([...start], 'gzipBytes'),
    ...bindings,
  }
}

/** The entry and what it imports by `import … from` and `export … from`, not by `import()`. */
function reachedAtStart([entry, ...others]) {
  const start = new Set([entry])
  for (const { code } of start) {
    for (const [, name] of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)) {
      const module = others.find((other) => other.name === name)
      if (module !== undefined) start.add(module)
    }
  }
  return start
}

/** What the configuration declares; wrangler itself reads it, so that we cannot misread it. */
function readBindings(path) {
  const { unstable_readConfig: readConfig } = require('wrangler')
  const config = readConfig({ config: path }, { hideWarnings: true })
  return {
    main: config.main,
    isSplit: config.no_bundle === true,
    compatibilityDate: config.compatibility_date,
    compatibilityFlags: config.compatibility_flags,
    vars: { ...config.vars },
    assets: config.assets,
    kv: config.kv_namespaces.map(({ binding }) => binding),
    objects: config.durable_objects.bindings.map(({ name, class_name: className }) => ({
      binding: name,
      className,
    })),
  }
}
