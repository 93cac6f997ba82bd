import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
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
 * @returns {Promise<{ modules: { name: string, path: string }[], bytes: number, gzipBytes: number,
 *   compatibilityDate: string, compatibilityFlags: string[], vars: Record<string, string>,
 *   kv: string[], objects: { binding: string, className: string }[] }>}
 */
export async function bundleWorker({ outdir, config = join(ROOT, 'wrangler.toml') }) {
  await rm(outdir, { recursive: true, force: true })
  await mkdir(outdir, { recursive: true })
  await promisify(execFile)(
    process.execPath,
    [WRANGLER, 'deploy', '--config', config, '--dry-run', '--minify', '--outdir', outdir],
    { cwd: ROOT, env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' } },
  )
  const script = (await readdir(outdir)).find((name) => name.endsWith('.js'))
  if (script === undefined) throw new Error(`wrangler wrote no script into ${outdir}`)
  const path = join(outdir, script)
  const code = await readFile(path)
  return {
    modules: [{ name: 'worker.js', path }],
    bytes: code.byteLength,
    gzipBytes: gzipSync(code).byteLength,
    ...readBindings(config),
  }
}

/** What the configuration declares; wrangler itself reads it, so that we cannot misread it. */
function readBindings(path) {
  const { unstable_readConfig: readConfig } = require('wrangler')
  const config = readConfig({ config: path }, { hideWarnings: true })
  return {
    compatibilityDate: config.compatibility_date,
    compatibilityFlags: config.compatibility_flags,
    vars: { ...config.vars },
    kv: config.kv_namespaces.map(({ binding }) => binding),
    objects: config.durable_objects.bindings.map(({ name, class_name: className }) => ({
      binding: name,
      className,
    })),
  }
}
