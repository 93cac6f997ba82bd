import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pollNow } from '../e2e/bayan.ts'
import { eventually } from '../e2e/loopback.ts'
import { DESKTOP, PHONE, browserPath, startBrowser, visit } from './chromium.ts'
import { Operator } from './desk-steps.ts'
import { DESK_PAGES, PUBLIC_PAGES, inLanguage } from './pages-table.ts'
import {
  DIFF_DIRECTION,
  OBSERVE_SHIFTS,
  OPEN_ALL,
  SHAPE,
  MENUS_END,
  SEES_WHERE,
  TOO_WIDE,
  axeFaults,
} from './page-questions.ts'
import { type World, addHostile, fillWorld, isPublished, startWorld } from './world.ts'

const SHOTS = join(import.meta.dirname, '../../.screenshots')
const LANGS = ['ar', 'en'] as const

/** One deployment for all, in the order of a deployment's life: empty, set up, attacked. */
describe.skipIf(browserPath === undefined)('in a real browser', () => {
  let world: World
  let browser: Browser
  let base: string
  let token: string

  beforeAll(async () => {
    ;[world, browser] = await Promise.all([startWorld(), startBrowser()])
    base = world.bayan.url
    token = world.bayan.token ?? ''
  })

  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  it('leads a newcomer from nothing to a delivered alert in at most 12 actions', async () => {
    const { site, inbox } = world
    site.told.ar.push({
      slug: 'old',
      title: 'بيان قديم عن المرفأ',
      text: '<p>نص قديم عن المرفأ.</p>',
    })
    const { page, context, alarms } = await visit(browser)
    const she = new Operator(page)
    const began = Date.now()
    await she.signIn(base, token)
    await she.fill('Address', `${site.url}/ar/feed`)
    await she.press('Look')
    await page.getByText('بيان قديم عن المرفأ').waitFor()
    await she.press('Follow')
    await page.getByText('Saved.').waitFor()
    await she.follow('Endpoints')
    await she.fill(/^Address, as/, `${inbox.url}/slack/newcomer`)
    await she.press('Save and send a test')
    await page.getByText('The test arrived').waitFor()
    expect(inbox.received.some(({ path }) => path === '/slack/newcomer')).toBe(true)
    await isPublished(world, 'local', 1)
    await she.follow('Watches')
    await she.fill('Question', 'المرفأ')
    await page.locator('#hits mark').first().waitFor()
    await she.press('Save')
    await page.getByText('Saved.').waitFor()
    expect(she.actions).toBeLessThanOrEqual(12)
    site.told.ar.unshift({ slug: 'new', title: 'بيان جديد عن المرفأ', text: '<p>نص جديد.</p>' })
    await pollNow(world.bayan, 'local')
    const isTold = () => inbox.received.some(({ body }) => body.includes('بيان جديد عن المرفأ'))
    expect(await eventually(isTold, 10_000)).toBe(true)
    console.log(`a newcomer's path: ${she.actions} actions, ${Date.now() - began} ms`)
    expect(alarms).toEqual([])
    await context.close()
    await world.bayan.json('DELETE', '/api/v1/watches/watch')
    await world.bayan.json('DELETE', '/api/v1/publishers/local')
    site.told.ar.length = 0
  })

  it('shows the same to a browser without script', async () => {
    const { site } = world
    await fillWorld(world)
    const { page, context } = await visit(browser, { script: false, lang: 'ar' })
    const he = new Operator(page)
    await he.signIn(base, token, 'ar')
    await he.fill('العنوان', `${site.url}/en/feed`)
    await he.press('انظر')
    await page.getByText('Council opens the old bridge to cars').waitFor()
    await he.follow('المراقبات')
    await he.fill('السؤال', 'المدارس OR schools OR bridge')
    await he.press('جرّب')
    expect(await page.locator('#hits mark').allInnerTexts()).not.toEqual([])
    await page.goto(`${base}/?lang=ar`)
    await he.fill('بحث', 'الجسر')
    await he.press('بحث')
    expect(await page.locator('mark').allInnerTexts()).toContain('الجسر')
    await context.close()
  })

  it('greets in the browser\u2019s language, and keeps another that was chosen', async () => {
    const { page, context } = await visit(browser, { lang: 'ar' })
    await page.goto(`${base}/`)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    const [first] = await page.locator('article').all()
    expect(await first?.getAttribute('lang')).toBe('ar')
    await page.getByRole('link', { name: 'English' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('link', { name: 'Town Council' }).first().click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await context.close()
  })

  it('finds Arabic words however they are written, and marks them as they stand', async () => {
    const { page, context } = await visit(browser, { lang: 'ar' })
    await page.goto(`${base}/`)
    await page.getByLabel('بحث').first().fill('السيارات')
    await page.getByRole('button', { name: 'بحث' }).click()
    expect(await page.locator('mark').first().innerText()).toBe('السيّارات')
    await page.getByRole('link', { name: 'English' }).click()
    expect(new URL(page.url()).searchParams.get('q')).toBe('السيارات')
    await page.getByLabel('Search').first().fill('(السيارات')
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await page.locator('[aria-invalid]').count()).toBe(1)
    await context.close()
  })

  it('shows both languages of a statement beside each other, and what it was before', async () => {
    const { page, context } = await visit(browser)
    await page.goto(`${base}/statements/madina-2?lang=en`)
    const [arabic, english] = await Promise.all(
      ['ar', 'en'].map((lang) => page.locator(`article[lang=${lang}]`).boundingBox()),
    )
    expect(Math.abs((arabic?.y ?? 0) - (english?.y ?? 99))).toBeLessThan(2)
    expect(await page.locator('.revisions li').count()).toBe(2)
    await page.getByText('Cite this statement').click()
    expect(await page.locator('.cite p').innerText()).toContain('مجلس المدينة')
    await context.close()
  })

  it('answers at the desk without a reload, and shows errors where they belong', async () => {
    const { page, context, alarms } = await visit(browser)
    const she = new Operator(page)
    await she.signIn(base, token)
    await she.follow('Sources')
    // A click does not wait for the page that it leads to.
    await page.getByRole('button', { name: 'Poll now' }).first().waitFor()
    await page.evaluate("document.documentElement.dataset.mark = 'kept'")
    await she.press('Poll now')
    await page.getByText(/^Polled: madina-ar/).waitFor()
    await she.fill('Address', 'http://user:secret@example.org/')
    await she.press('Look')
    await page.locator('[aria-invalid]').waitFor()
    expect(await page.locator('html').getAttribute('data-mark')).toBe('kept')
    await she.follow('Deliveries')
    await she.press('Send again')
    await page.getByText('It is on its way again').waitFor()
    expect(alarms).toEqual([])
    await context.close()
  })

  it('weighs at most 60 kB at the first visit, and nothing in it moves', async () => {
    const { page, context } = await visit(browser)
    const session = await context.newCDPSession(page)
    let bytes = 0
    await session.send('Network.enable')
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await page.addInitScript(OBSERVE_SHIFTS)
    await page.goto(`${base}/?lang=en`, { waitUntil: 'networkidle' })
    console.log(`first visit: ${bytes} bytes`)
    expect(bytes).toBeGreaterThan(5_000)
    expect(bytes).toBeLessThanOrEqual(60_000)
    expect(await page.locator('html').getAttribute('data-shift')).toBeNull()
    await context.close()
  })

  it('shows what changed in a wording, word by word, in the statement\u2019s direction', async () => {
    const { page, context } = await visit(browser)
    await page.goto(`${base}/statements/madina-2?lang=en`)
    await page.locator('.revisions a').last().click()
    await page.locator('.diff ins').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/statements/madina-2/revisions/2')
    const added = (await page.locator('.diff ins').allInnerTexts()).join(' ')
    expect(added).toContain('ويبقى الرصيف مغلقًا حتى الخميس')
    expect(await page.locator('.diff del').count()).toBe(0)
    expect(await page.evaluate(DIFF_DIRECTION)).toBe('rtl')
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
    await context.close()
  })

  it('has no fault that axe finds, on any page, in either language, by day and by night, and fits a phone', async () => {
    mkdirSync(SHOTS, { recursive: true })
    const look = async (lang: 'ar' | 'en') => {
      const { page, context } = await visit(browser, { lang })
      const judge = async (name: string) => {
        expect(await axeFaults(page), `${name} (${lang})`).toEqual([])
        await shot(page, name, lang, false)
        await page.setViewportSize(PHONE)
        expect(await page.evaluate(TOO_WIDE), `${name} (${lang})`).toBeLessThanOrEqual(0)
        expect(await page.evaluate(MENUS_END), `menus of ${name} (${lang})`).toBeLessThan(
          PHONE.height / 5,
        )
        await expect.poll(async () => await page.evaluate(SEES_WHERE)).toBe(true)
        await shot(page, name, lang, true)
        await page.setViewportSize(DESKTOP)
      }
      await page.goto(`${base}/desk?lang=${lang}`)
      await judge('sign-in')
      await new Operator(page).signIn(base, token, lang)
      for (const [name, path] of Object.entries({ ...PUBLIC_PAGES, ...DESK_PAGES })) {
        await page.goto(base + inLanguage(path, lang))
        // The API's page folds every schema: opened, it would be looked at for seconds.
        if (path.startsWith('/desk')) await page.evaluate(OPEN_ALL)
        await judge(name)
      }
      await page.emulateMedia({ colorScheme: 'dark' })
      for (const path of ['/', '/statements/madina-2', '/desk/watches']) {
        await page.goto(base + inLanguage(path, lang))
        expect(await axeFaults(page), `${path} by night (${lang})`).toEqual([])
      }
      await context.close()
    }
    await Promise.all(LANGS.map(look))
    // A busy machine is no reason to fail.
  }, 180_000)

  it('runs nothing of what hostile statements say, and keeps its shape', async () => {
    await addHostile(world)
    const { page, context, alarms } = await visit(browser, { lang: 'ar' })
    const hostile = Array.from({ length: 10 }, (_, at) => `/statements/hostile-${at + 1}`)
    const all = [
      '/',
      '/publishers/hostile',
      '/status',
      '/?q=%D8%A7%D9%84%D9%85%D9%87%D8%A7%D8%AC%D9%85',
      ...hostile,
    ]
    for (const path of all) {
      await page.goto(base + inLanguage(path, 'ar'))
      const seen: unknown = await page.evaluate(SHAPE)
      expect(seen, path).toEqual({
        ran: false,
        shape: [1, 1, 1, 1, 1, 1],
        foreign: 0,
        links: [],
        isTooWide: false,
      })
    }
    expect(alarms).toEqual([])
    await context.close()
  })

  async function shot(page: Page, name: string, lang: string, phone: boolean): Promise<void> {
    const path = join(SHOTS, `${name}-${lang}-${phone ? 'phone' : 'desktop'}.png`)
    await page.screenshot({ path, fullPage: true, timeout: 30_000 })
  }
})
