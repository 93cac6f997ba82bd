import { fileURLToPath } from 'node:url'
import { KV_DISK_WORKER, KV_MEMORY_WORKER } from './kv-worker.mjs'

/** Cap'n Proto text strings take JSON's escapes but for `\u`; none of ours needs more. */
const quoted = (text) => JSON.stringify(text)

/**
 * The configuration of one workerd process: our worker, a KV namespace served by a small worker in
 * the same process, objects in SQLite on disk, and a network that ends at loopback.
 * Binding lists and modules are written out, since `workerd` reads no `wrangler.toml`.
 *
 * @param {object} bundle from `bundleWorker`, `wrapped` or `smallWorker`
 * @param {{ modules: { name: string, file: string }[], vars: Record<string, string>,
 *   kv: 'disk' | 'memory', folders: { objects: string, kv: string } }} setting
 */
export function capnpConfig(bundle, { modules, vars, kv, folders }) {
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .mainWorker),
    (name = "kv", worker = .kvWorker),
    (name = "internet", network = (allow = ["local"], tlsOptions = (trustBrowserCas = true))),
    (name = "object-disk", disk = (path = ${quoted(folders.objects)}, writable = true)),
    (name = "kv-disk", disk = (path = ${quoted(folders.kv)}, writable = true)),
    ${bundle.assets === undefined ? '' : `(name = "assets", disk = (path = ${quoted(ASSETS)})),`}
  ],
  sockets = [
    (name = "http", address = "127.0.0.1:0", http = (), service = "main"),
    (name = "kv", address = "127.0.0.1:0", http = (), service = "kv"),
  ],
);

const mainWorker :Workerd.Worker = (
  modules = [
    ${modules.map(({ name, file }) => `(name = ${quoted(name)}, esModule = embed ${quoted(file)}),`).join('\n    ')}
  ],
  compatibilityDate = ${quoted(bundle.compatibilityDate)},
  compatibilityFlags = [${bundle.compatibilityFlags.map(quoted).join(', ')}],
  bindings = [
    ${bindings(bundle, vars).join('\n    ')}
  ],
  durableObjectNamespaces = [
    ${bundle.objects.map(({ className }) => namespace(className)).join('\n    ')}
  ],
  ${bundle.objects.length > 0 ? 'durableObjectStorage = (localDisk = "object-disk"),' : ''}
);

const kvWorker :Workerd.Worker = (
  modules = [(name = "kv.js", esModule = ${quoted(kv === 'disk' ? KV_DISK_WORKER : KV_MEMORY_WORKER)})],
  compatibilityDate = ${quoted(bundle.compatibilityDate)},
  ${kv === 'disk' ? KV_DISK_BINDINGS : ''}
);
`
}

/** The files beside the worker, as `[assets]` of wrangler.toml names them. */
const ASSETS = fileURLToPath(new URL('../../public', import.meta.url))

const KV_DISK_BINDINGS = `bindings = [(name = "STORE", durableObjectNamespace = "Store")],
  durableObjectNamespaces = [${namespace('Store')}],
  durableObjectStorage = (localDisk = "kv-disk"),`

function bindings(bundle, vars) {
  return [
    ...bundle.kv.map((name) => `(name = ${quoted(name)}, kvNamespace = "kv"),`),
    ...bundle.objects.map(
      ({ binding, className }) =>
        `(name = ${quoted(binding)}, durableObjectNamespace = ${quoted(className)}),`,
    ),
    ...(bundle.assets === undefined
      ? []
      : [`(name = ${quoted(bundle.assets.binding)}, service = "assets"),`]),
    ...Object.entries(vars).map(
      ([name, text]) => `(name = ${quoted(name)}, text = ${quoted(text)}),`,
    ),
  ]
}

function namespace(className) {
  return `(className = ${quoted(className)}, uniqueKey = ${quoted(`bayan-${className}`)}, enableSql = true),`
}
