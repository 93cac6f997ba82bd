import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demonstration } from '../../scripts/demo/configuration.mjs'
import { setUp } from '../../scripts/demo/set-up.mjs'
import { adminToken } from '../../scripts/local/admin-token.mjs'
import { completed } from '../../scripts/local/completed-lock.mjs'
import { differencesOf } from '../../scripts/local/installed.mjs'
import { isNewEnough } from '../../scripts/local/node-version.mjs'
import { settingsOf } from '../../scripts/local/settings.mjs'
import { weakness } from '../../src/http/token-strength.ts'

describe('what is installed', () => {
  const entry = { version: '1.0.0', integrity: 'sha512-a' }
  const lock = { packages: { '': {}, 'node_modules/a': entry } }

  it.each([
    { packages: { 'node_modules/a': entry }, differs: [], because: 'everything is there' },
    { packages: {}, differs: ['a'], because: 'a package is missing' },
    {
      packages: { 'node_modules/a': { ...entry, version: '0.9.0' } },
      differs: ['a'],
      because: 'another version',
    },
    {
      packages: { 'node_modules/a': { ...entry, integrity: 'sha512-b' } },
      differs: ['a'],
      because: 'another content',
    },
    {
      packages: { 'node_modules/a': entry, 'node_modules/b': entry },
      differs: ['b'],
      because: 'one too many',
    },
  ])('differs in $differs: $because', ({ packages, differs }) => {
    expect(differencesOf(lock, { packages })).toEqual(differs)
  })

  it('may lack what is for other systems', () => {
    const withMac = {
      packages: { ...lock.packages, 'node_modules/mac': { ...entry, optional: true } },
    }
    expect(differencesOf(withMac, { packages: { 'node_modules/a': entry } })).toEqual([])
  })

  it.each([
    ['22.12.0', true],
    ['24.0.0', true],
    ['22.11.9', false],
    ['20.20.2', false],
    ['22.2.99', false],
  ])('Node %s: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected)
  })
})

describe('a lock file', () => {
  const parent = {
    dev: true,
    optionalDependencies: { '@x/tool-darwin-64': '1.2.3', '@x/tool-linux-x64-musl': '1.2.3' },
  }

  it('is completed with builds for other systems, and completing twice adds nothing', () => {
    const lock = { lockfileVersion: 3, packages: { '': {}, 'node_modules/tool': parent } }
    const first = completed(lock)
    expect(first.added).toEqual(['@x/tool-darwin-64', '@x/tool-linux-x64-musl'])
    expect(first.lock.packages['node_modules/@x/tool-linux-x64-musl']).toEqual({
      version: '1.2.3',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    })
    expect(completed(first.lock).added).toEqual([])
  })

  it('finds a build that lies in its parent’s own folder', () => {
    const packages = {
      'node_modules/a/node_modules/tool': { optionalDependencies: { 'b-win32-x64': '1.0.0' } },
      'node_modules/a/node_modules/b-win32-x64': { version: '1.0.0' },
    }
    expect(completed({ packages }).added).toEqual([])
  })

  it('of this project is complete, else `npm ci` refuses it on every system', () => {
    const file = fileURLToPath(import.meta.resolve('../../package-lock.json'))
    expect(completed(JSON.parse(readFileSync(file, 'utf8'))).added).toEqual([])
  })
})

it.each([
  { env: {}, ports: [8787, 8788, 8789], because: 'the default' },
  { env: { PORT: '9000' }, ports: [9000, 9001, 9002], because: 'the others follow' },
  { env: { PORT: '65534' }, ports: undefined, because: 'no room for the others' },
  { env: { PORT: 'http' }, ports: undefined, because: 'no number' },
  { env: { PLAN: 'gold' }, ports: undefined, because: 'no such plan' },
])('settings from $env: $because', ({ env, ports }) => {
  const settings = settingsOf(env, '/project')
  const listening =
    'port' in settings ? [settings.port, settings.sitePort, settings.receiverPort] : undefined
  expect(listening).toEqual(ports)
})

describe('the operator’s token', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'bayan-token-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))
  const tokenOf = (env: Record<string, string>) =>
    adminToken({ env, root, dataDir: root, weakness })

  it('comes from the environment before .dev.vars before a made one', () => {
    const made = tokenOf({})
    expect(made.token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(tokenOf({}).token).toBe(made.token)
    expect(statSync(join(root, 'admin-token')).mode & 0o077).toBe(0)
    writeFileSync(join(root, '.dev.vars'), '# ours\nADMIN_TOKEN = "token-from-the-file-0"\n')
    expect(tokenOf({}).token).toBe('token-from-the-file-0')
    expect(tokenOf({ ADMIN_TOKEN: 'token-from-the-env-01' }).token).toBe('token-from-the-env-01')
  })

  it.each(["a'b", 'a b', 'a$b', 'رمز', 'a\nB=c'])(
    'refuses %j, which no header can carry',
    (token) => {
      expect(tokenOf({ ADMIN_TOKEN: token }).kind).toBe('refused')
    },
  )

  it('is refused where the service would not trust it and run without an operator’s side', () => {
    expect(tokenOf({ ADMIN_TOKEN: 'a'.repeat(25) })).toEqual({
      kind: 'refused',
      message: expect.stringMatching(/easy to guess.*the environment.*npm start makes its own/),
    })
  })
})

describe('setting the demonstration up', () => {
  const addresses = {
    site: 'http://127.0.0.1:1',
    receiver: 'http://127.0.0.1:2',
    secret: 'whsec_x',
  }
  const apiWith = (items: unknown[]) => {
    const puts: string[] = []
    const api = async (method: string, path: string) => {
      if (method !== 'GET') puts.push(path)
      return { status: 200, body: { items } }
    }
    return { api, puts }
  }

  it('puts endpoints before watches before publishers, and waits for their first poll', async () => {
    const { api, puts } = apiWith([])
    await setUp(api, addresses)
    expect(puts).toEqual([
      '/endpoints/desk-slack',
      '/endpoints/desk-webhook',
      '/watches/chemical-weapons',
      '/watches/detainees',
      '/publishers/demo',
      '/publishers/etilaf',
      '/publishers/demo/poll',
    ])
  })

  it.each([
    {
      items: [{ id: 'mine', site: 'x' }],
      puts: 0,
      because: 'the operator removed the demonstration',
    },
    {
      items: [{ id: 'demo', site: 'http://127.0.0.1:1/' }],
      puts: 0,
      because: 'nothing has changed',
    },
    {
      items: [{ id: 'demo', site: 'http://127.0.0.1:9/' }],
      puts: 4,
      because: 'the ports have changed',
    },
  ])('makes $puts calls at a later start: $because', async ({ items, puts }) => {
    const world = apiWith(items)
    await setUp(world.api, addresses)
    expect(world.puts).toHaveLength(puts)
  })

  it('says in the API’s words why it was refused', async () => {
    const api = async () => ({ status: 422, body: { detail: 'mend this' } })
    expect(await setUp(api, addresses)).toEqual({
      kind: 'refused',
      message: 'GET /publishers answered 422: mend this',
    })
  })

  it('polls nothing beyond this machine by itself', () => {
    const publishers = demonstration(addresses).filter(({ path }: { path: string }) =>
      path.startsWith('/publishers/'),
    )
    for (const { body } of publishers) {
      const { paused, site } = body as { paused: boolean; site: string }
      expect(paused || site.startsWith('http://127.0.0.1:')).toBe(true)
    }
  })
})
