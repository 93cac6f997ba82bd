import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deploymentOf } from '../../scripts/cli/deployment.mjs'

const root = mkdtempSync(join(tmpdir(), 'bayan-deployment-'))
const kept = 'a-token-that-npm-start-made'

beforeAll(() => {
  for (const folder of ['.data', 'other']) {
    mkdirSync(join(root, folder))
    writeFileSync(join(root, folder, 'admin-token'), `${kept}-${folder}\n`)
  }
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A `npm start` over some folders, each on its port. */
const starts = (ports: Readonly<Record<string, number>>) => (dataDir: string) =>
  Object.entries(ports).find(([folder]) => dataDir === join(root, folder))?.[1]

const NONE = starts({})

describe('the Bayan that is meant', () => {
  it.each([
    { because: 'nothing says otherwise', env: {}, portOf: NONE, url: 'http://localhost:8787' },
    {
      because: 'npm start noted another port',
      env: {},
      portOf: starts({ '.data': 9_787 }),
      url: 'http://localhost:9787',
    },
    {
      because: 'another folder has a start of its own',
      env: { DATA_DIR: 'other' },
      portOf: starts({ '.data': 9_787, other: 9_987 }),
      url: 'http://localhost:9987',
    },
    {
      because: 'a folder may be named whole',
      env: { DATA_DIR: join(root, 'other') },
      portOf: starts({ other: 9_987 }),
      url: 'http://localhost:9987',
    },
    {
      because: 'no start runs, and its port is given as it was',
      env: { PORT: '9800' },
      portOf: NONE,
      url: 'http://localhost:9800',
    },
    {
      because: 'the environment names one',
      env: { BAYAN_URL: 'https://bayan.example/' },
      portOf: starts({ '.data': 9_787 }),
      url: 'https://bayan.example',
    },
  ])('$because', ({ env, portOf, url }) => {
    expect(deploymentOf(env, root, portOf).url).toBe(url)
  })
})

describe('its token', () => {
  it('is found beside the state of a local run, in whatever folder', () => {
    expect(deploymentOf({}, root, NONE).token).toBe(`${kept}-.data`)
    const other = { DATA_DIR: join(root, 'other') }
    expect(deploymentOf(other, root, NONE).token).toBe(`${kept}-other`)
  })

  it('is the environment\u2019s where that has one', () => {
    expect(deploymentOf({ ADMIN_TOKEN: 'given' }, root, NONE).token).toBe('given')
  })

  it('of this machine is sent to no other', () => {
    expect(deploymentOf({ BAYAN_URL: 'https://bayan.example' }, root, NONE).token).toBe('')
    expect(deploymentOf({ BAYAN_URL: 'foo' }, root, NONE).token).toBe('')
  })
})
