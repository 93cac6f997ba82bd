import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unstable_readConfig as readConfig } from 'wrangler'
import { expect, it } from 'vitest'
import {
  deployArguments,
  deployedAddress,
  publicAddress,
} from '../../scripts/local/deploy-plan.mjs'

it.each([
  {
    because: 'the environment decides',
    given: ['https://a.example/', 'https://b.example'],
    address: 'https://a.example',
  },
  {
    because: 'then what the last deployment used',
    given: [undefined, 'https://b.example', 'http://localhost:8787'],
    address: 'https://b.example',
  },
  {
    because: 'a local address is nobody\u2019s',
    given: [undefined, undefined, 'http://localhost:8787'],
    address: undefined,
  },
])('deploys to $address: $because', ({ given, address }) => {
  expect(publicAddress(given)).toEqual(
    address === undefined ? { kind: 'unknown' } : { kind: 'known', address },
  )
})

it.each(['http://bayan.example', 'bayan.example', 'javascript:alert(1)'])(
  'refuses %s, since a token would cross the network in clear',
  (address) => {
    expect(publicAddress([address])).toMatchObject({ kind: 'refused' })
  },
)

it('finds the address in what wrangler says', () => {
  const said =
    'Uploaded bayan (3.1 sec)\nDeployed bayan triggers (0.9 sec)\n  https://bayan.someone.workers.dev\n'
  expect(deployedAddress(said)).toBe('https://bayan.someone.workers.dev')
  expect(deployedAddress('Uploaded bayan')).toBeUndefined()
})

it('gives wrangler the address and the plan, and never a secret', () => {
  const known = { address: 'https://a.example', plan: 'paid', isDryRun: false }
  expect(deployArguments(known)).toEqual([
    'deploy',
    '--var',
    'BASE_URL:https://a.example',
    '--var',
    'PLAN:paid',
  ])
  expect(deployArguments({ address: undefined, plan: undefined, isDryRun: true })).toEqual([
    'deploy',
    '--dry-run',
    '--outdir',
    'dist',
  ])
})

const file = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8')

it('tells at the deploy button what every binding, variable and secret is for', () => {
  const { bindings } = (JSON.parse(file('package.json')) as { cloudflare: { bindings: object } })
    .cloudflare
  const config = readConfig(
    { config: join(import.meta.dirname, '../../wrangler.toml') },
    { hideWarnings: true },
  )
  const names = [
    ...config.kv_namespaces.map(({ binding }: { readonly binding: string }) => binding),
    ...config.durable_objects.bindings.map(({ name }: { readonly name: string }) => name),
    ...Object.keys(config.vars),
    config.assets?.binding ?? '',
    'ADMIN_TOKEN',
  ]
  expect(names.filter((name) => !Object.hasOwn(bindings, name))).toEqual([])
})

it('gives no secret a value that a deployment could keep by mistake', () => {
  const lines = file('.dev.vars.example')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines).toEqual(['ADMIN_TOKEN='])
})
