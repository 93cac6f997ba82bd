import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { capnpConfig } from './capnp-config.mjs'

/** The native binary. The shim in `.bin` is a Node process that a kill would hit instead. */
const WORKERD = createRequire(import.meta.url)('workerd').default
const READY_MS = 20_000

/**
 * Starts one workerd process over a folder that holds its whole state, so that a second start on
 * the same folder continues where the first was killed.
 *
 * @param {{ bundle: object, dir: string, port?: number, vars?: Record<string, string>,
 *   kv?: 'disk' | 'memory' }} options `port` 0 lets the system choose; `vars` go over those of
 *   `wrangler.toml`; `kv` says whether the namespace survives the process
 * @returns {Promise<{ url: string, kvUrl: string, pid: number, log(): string, alive(): boolean,
 *   stop(): Promise<void>, kill9(): Promise<void> }>} `kvUrl`: the KV namespace by itself, in its
 *   wire form
 * @throws when the runtime refuses the configuration or the worker; the message holds its words
 */
export async function startRuntime({ bundle, dir, port = 0, vars = {}, kv = 'disk' }) {
  const config = await writeConfig(bundle, dir, vars, kv)
  const child = spawn(
    WORKERD,
    ['serve', '--experimental', '--control-fd=3', `--socket-addr=http=127.0.0.1:${port}`, config],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  )
  const log = collect(child)
  const exited = once(child, 'exit')
  const ports = await listenPorts(child, ['http', 'kv']).catch(async (error) => {
    child.kill('SIGKILL')
    await exited
    throw new Error(`workerd did not start: ${error.message}\n${log()}`)
  })
  const end = async (signal) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
  }
  return {
    url: `http://127.0.0.1:${ports.http}`,
    kvUrl: `http://127.0.0.1:${ports.kv}`,
    pid: child.pid,
    log,
    alive: () => child.exitCode === null && child.signalCode === null,
    stop: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
  }
}

async function writeConfig(bundle, dir, vars, kv) {
  const folders = { objects: join(dir, 'objects'), kv: join(dir, 'kv') }
  await Promise.all(Object.values(folders).map((folder) => mkdir(folder, { recursive: true })))
  const modules = await Promise.all(
    bundle.modules.map(async ({ name, path, code }) => {
      const file = path ?? join(dir, name)
      if (code !== undefined) await writeFile(file, code)
      // `embed` takes paths relative to the configuration.
      return { name, file: relative(dir, file) }
    }),
  )
  const path = join(dir, 'config.capnp')
  const setting = { modules, vars: { ...bundle.vars, ...vars }, kv, folders }
  await writeFile(path, capnpConfig(bundle, setting))
  return path
}

/** The last 20,000 characters that the process wrote, for a report of what went wrong. */
function collect(child) {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece) => {
      text = (text + piece).slice(-20_000)
    })
  }
  return () => text
}

/** The runtime tells on its control pipe which ports it listens on, when it is ready to serve. */
function listenPorts(child, sockets) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in ${READY_MS} ms`)), READY_MS)
    const settle = (act, value) => {
      clearTimeout(late)
      act(value)
    }
    const ports = {}
    createInterface({ input: child.stdio[3] }).on('line', (line) => {
      const message = JSON.parse(line)
      if (message.event === 'listen') ports[message.socket] = message.port
      if (sockets.every((name) => ports[name] !== undefined)) settle(resolve, ports)
    })
    child.once('exit', (code) => settle(reject, new Error(`it ended with code ${code}`)))
    child.once('error', (error) => settle(reject, error))
  })
}
