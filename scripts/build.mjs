/**
 * `[build]` of wrangler.toml: bundles the worker into modules below `dist/worker/`. Every command that
 * needs the worker calls it through wrangler, so that all of them run the same bundle.
 *
 * What `src/worker.ts` imports statically is one module, `start`: an isolate evaluates it before it
 * does anything. What is imported by `import()` (API, desk, pages) is evaluated when it is first asked
 * for. wrangler's own bundler knows no splitting; decision 46.
 */
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const outdir = join(root, 'dist', 'worker')
const entry = join(root, 'src', 'worker.ts')

/**
 * What is asked for seldom, in one module each: alone, every file would be a module whose words and names
 * no other helps to pack. Together they are 5 KiB less to upload. What API, pages and desk all need is a
 * module too: cut by who shares what it was three, 1 KiB larger.
 */
const LATER = [
  {
    name: 'refusals',
    test: /\/(?:(?:admission-words|query-error|refusal-details|refusal-words|status-words)-table|attempt-error|detail-words|refusal-note|refusal-sentences|load-details|tell-polls)\.ts$/,
  },
  {
    name: 'errands',
    test: /\/objects\/(?:backfill|desk-changes|desk-push|erase|forget-deliveries|forgetting|import-statements|machine-keeping|operator-ties|pairs-to-judge|rebuild|replay-deliveries|restore-statement|translation-changes|withdrawals|control-look)\.ts$/,
  },
  { name: 'hosts', test: /\/(?:host-line|host-turn|host-work|shared-hosts|shared-turns)\.ts$/ },
  { name: 'kinds', test: /\/deliveries\/(?:email|kinds)\.ts$/ },
  // Also what a feed's address that is wrong needs: alone, else it would load what pages share.
  { name: 'tell-mistake', test: /\/tell-mistake\.ts$/ },
  { name: 'shared', test: /\/src\/http\//, minShareCount: 3 },
]

/** TypeScript finds the objects' classes behind the bundle (`worker-configuration.d.ts`). */
const TYPES = "export * from '../../src/worker.ts'\nexport { default } from '../../src/worker.ts'\n"

await keep([...(await bundled()), { name: 'worker.d.ts', text: TYPES }])

async function bundled() {
  const bundle = await rolldown({
    cwd: root,
    input: { worker: entry },
    external: /^cloudflare:/,
    platform: 'neutral',
    resolve: { conditionNames: ['workerd', 'worker', 'import'], mainFields: ['module', 'main'] },
    tsconfig: join(root, 'tsconfig.json'),
    transform: { target: 'es2024' },
  })
  const { output } = await bundle.generate({
    format: 'esm',
    minify: true,
    // Nobody bundles the bundle again: a thousand marks for tree-shaking would be read at each start.
    comments: { legal: true, annotation: false, jsdoc: false },
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: [{ debugName: 'start', name: startGroup() }, ...LATER] },
  })
  await bundle.close()
  return output.map(({ fileName: name, code: text }) => ({ name, text }))
}

/** Without it what pages share with objects would be cut into a dozen modules: 3 % more to load. */
function startGroup() {
  const start = new Set()
  const add = (id, graph) => {
    if (start.has(id)) return
    start.add(id)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) add(imported, graph)
  }
  return (id, graph) => {
    if (start.size === 0) add(entry, graph)
    return start.has(id) ? 'start' : null
  }
}

/**
 * Several commands may build at once (each e2e test does): a file appears whole or not at all, and one
 * that is as it should be is left alone.
 */
async function keep(files) {
  await mkdir(outdir, { recursive: true })
  for (const { name, text } of files) {
    const path = join(outdir, name)
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue
    const fresh = `${path}.${process.pid}.new`
    await writeFile(fresh, text)
    await rename(fresh, path)
  }
  const wanted = new Set(files.map(({ name }) => name))
  for (const name of await readdir(outdir)) {
    if (!wanted.has(name) && !name.endsWith('.new')) await rm(join(outdir, name), { force: true })
  }
}
