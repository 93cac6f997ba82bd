import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startSite } from '../../scripts/demo/site.mjs'

let now = Date.parse('2026-11-26T10:00:00Z')
let folder: string
let site: Awaited<ReturnType<typeof startSite>>
const start = () => startSite({ port: 0, file: join(folder, 'site.json'), now: () => now })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bayan-site-'))
  site = await start()
})

afterEach(() => {
  site.close()
  rmSync(folder, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site.url + path, { headers })
const firstLink = async (path: string) =>
  /href="(\/(?:ar|en)\/[^"]+-\d+)"/.exec(await (await get(path)).text())?.[1] ?? ''

it.each(['/ar/', '/en/', '/en/feed/'])('answers 304 for an unchanged %s', async (path) => {
  const first = await get(path)
  const etag = first.headers.get('etag') ?? ''
  const modified = first.headers.get('last-modified') ?? ''
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
  expect((await get(path, { 'if-none-match': etag })).status).toBe(304)
  expect((await get(path, { 'if-none-match': `"x", W/${etag}` })).status).toBe(304)
  expect((await get(path, { 'if-modified-since': modified })).status).toBe(304)
  // RFC 9110, 13.2.2: the tag decides where both are sent.
  const both = { 'if-none-match': '"other"', 'if-modified-since': modified }
  expect((await get(path, both)).status).toBe(200)
})

it('answers anew once something new is there', async () => {
  const etag = (await get('/ar/')).headers.get('etag') ?? ''
  site.begin()
  now += 16_000
  const second = await get('/ar/', { 'if-none-match': etag })
  expect(second.status).toBe(200)
  expect(await second.text()).toContain('مرج الزهور')
})

it('counts visits on the article page, so that no two visits give the same bytes', async () => {
  const link = await firstLink('/ar/')
  const [one, other] = [await (await get(link)).text(), await (await get(link)).text()]
  expect(one).not.toBe(other)
  expect(one.replace(/المشاهدات : \d+/, '')).toBe(other.replace(/المشاهدات : \d+/, ''))
})

it('links the two languages of a statement to each other', async () => {
  const link = await firstLink('/ar/')
  const partner = /hreflang="en" href="([^"]+)"/.exec(await (await get(link)).text())?.[1] ?? ''
  const page = await (await fetch(partner)).text()
  expect(/hreflang="ar" href="([^"]+)"/.exec(page)?.[1]).toBe(site.url + link)
})

it('brings the translation some seconds later, and links the two only then', async () => {
  site.begin()
  now += 15_000
  const link = await firstLink('/ar/')
  const english = async () => await (await get('/en/feed/')).text()
  expect(link).toMatch(/-5$/)
  expect(await (await get(link)).text()).not.toContain('hreflang')
  expect(await english()).not.toContain('-en-5<')
  now += 8_000
  expect(await (await get(link)).text()).toContain('hreflang="en"')
  expect(await english()).toContain('-en-5<')
})

it('goes on where it was after a restart', async () => {
  site.begin()
  now += 16_000
  const before = await firstLink('/ar/')
  site.close()
  site = await start()
  expect(await firstLink('/ar/')).toBe(before)
  site.begin()
  now += 16_000
  expect(Number(/\d+$/.exec(await firstLink('/en/'))?.[0])).toBe(6)
})

it.each(['/ar/x-999', '/nothing', '/ar/../../etc/passwd'])('answers 404 for %s', async (path) => {
  expect((await get(path)).status).toBe(404)
})
