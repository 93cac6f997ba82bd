import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bayan, pollNow, startBayan } from '../e2e/bayan.ts'
import { type Loopback, eventually, loopback } from '../e2e/loopback.ts'

const MONITORING = join(import.meta.dirname, '../../monitoring')
const isInstalled = ['promtool', 'prometheus'].every(
  (program) => spawnSync(program, ['--version']).status === 0,
)
if (!isInstalled) {
  console.log(
    'SKIPPED: the tests with a real Prometheus, since promtool and prometheus are not installed here (Debian: apt-get install prometheus).',
  )
}

function promtool(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync('promtool', args, {
    input,
    encoding: 'utf8',
    cwd: MONITORING,
  })
  return { status, said: stdout + stderr }
}

/** Every question that the dashboard asks, and those of the rules. */
function expressions(): string[] {
  const dashboard = JSON.parse(
    readFileSync(join(MONITORING, 'grafana-dashboard.json'), 'utf8'),
  ) as {
    readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[]
  }
  return dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))
}

describe.skipIf(!isInstalled)('with a real Prometheus', () => {
  let bayan: Bayan
  let site: Loopback
  let folder: string

  beforeAll(async () => {
    const item = '<item><title>بيان</title><link>http://127.0.0.1/1</link><guid>1</guid></item>'
    site = await loopback(() => ({
      type: 'application/rss+xml',
      body: `<rss version="2.0"><channel><title>x</title>${item}</channel></rss>`,
    }))
    folder = mkdtempSync(join(tmpdir(), 'bayan-prometheus-'))
    bayan = await startBayan()
    await bayan.json('PUT', '/api/v1/endpoints/hook', { kind: 'slack', url: `${site.url}/slack` })
    await bayan.json('PUT', '/api/v1/publishers/qalam', {
      name: { ar: 'القلم "و\\سطر', en: 'Pen' },
      site: `${site.url}/`,
      sources: [{ id: 'qalam-ar', language: 'ar', url: `${site.url}/feed`, kind: 'feed' }],
    })
    await pollNow(bayan, 'qalam')
  })

  afterAll(async () => {
    await bayan?.close()
    await site?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([
    { because: 'as everybody sees them', headers: { authorization: '' } },
    { because: 'as the operator sees them', headers: {} },
  ])('promtool finds nothing wrong with the metrics, $because', async ({ headers }) => {
    const response = await bayan.call('GET', '/metrics', undefined, headers)
    const text = await response.text()
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4')
    expect(text).toContain('bayan_polls_total{')
    expect(promtool(['check', 'metrics'], text)).toEqual({ status: 0, said: '' })
  })

  it('promtool finds nothing wrong with the rules, and they fire when they should', () => {
    expect(promtool(['check', 'rules', 'bayan-rules.yml'])).toMatchObject({ status: 0 })
    expect(promtool(['test', 'rules', 'bayan-rules.test.yml'])).toMatchObject({ status: 0 })
    expect(promtool(['check', 'config', '--syntax-only', 'prometheus.yml'])).toMatchObject({
      status: 0,
    })
  })

  it('the dashboard asks sound questions, after metrics that there are', async () => {
    const rules = expressions().map((expr, at) => ({
      record: `dashboard:${at}`,
      // Grafana fills this in.
      expr: expr.replaceAll('$publisher', '.*'),
    }))
    const file = join(folder, 'dashboard.yml')
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }))
    expect(promtool(['check', 'rules', file])).toMatchObject({ status: 0 })
    const metrics = await (await bayan.call('GET', '/metrics')).text()
    const asked = [...expressions(), readFileSync(join(MONITORING, 'bayan-rules.yml'), 'utf8')]
      .flatMap((text) => text.match(/\bbayan_\w+/g) ?? [])
      .map((name) => `# TYPE ${name} `)
    expect(asked.filter((line) => !metrics.includes(line))).toEqual([])
  })

  it('Prometheus scrapes it', async () => {
    const port = await freePort()
    const target = new URL(bayan.url).host
    writeFileSync(
      join(folder, 'prometheus.yml'),
      JSON.stringify({
        global: { scrape_interval: '1s' },
        scrape_configs: [
          {
            job_name: 'bayan',
            authorization: { credentials: bayan.token },
            static_configs: [{ targets: [target] }],
          },
        ],
      }),
    )
    const prometheus = startPrometheus(folder, port)
    try {
      const ask = async (query: string): Promise<string | undefined> => {
        const address = `http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(query)}`
        const response = await fetch(address).catch(() => undefined)
        if (response?.ok !== true) return undefined
        const { data } = (await response.json()) as {
          readonly data: {
            readonly result: readonly { readonly value: readonly [number, string] }[]
          }
        }
        return data.result[0]?.value[1]
      }
      expect(await eventually(async () => (await ask('up{job="bayan"}')) === '1', 20_000)).toBe(
        true,
      )
      expect(await ask('bayan_source_up{publisher="qalam",source="qalam-ar"}')).toBe('1')
      expect(Number(await ask('sum(bayan_polls_total{publisher="qalam"})'))).toBeGreaterThan(0)
      expect(await ask('bayan_deliveries_pending{endpoint="hook"}')).toBe('0')
    } finally {
      prometheus.kill('SIGTERM')
    }
  })
})

function startPrometheus(folder: string, port: number): ChildProcess {
  const args = [
    `--config.file=${join(folder, 'prometheus.yml')}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--log.level=error',
  ]
  return spawn('prometheus', args, { stdio: 'ignore' })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}
