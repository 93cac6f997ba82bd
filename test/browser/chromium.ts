import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core'

const PLACES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser of this machine; undefined where there is none. */
export const browserPath = PLACES.find((path) => path !== '' && existsSync(path))

if (browserPath === undefined) {
  console.log(
    'SKIPPED: the browser tests, since no Chromium is installed here. Install one (Debian: apt-get install chromium) or name it in CHROMIUM.',
  )
}

/** No look-ups, no updates: a test browser asks nobody but us. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function startBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: browserPath ?? '', headless: true, args: ARGS })
}

export const PHONE = { width: 375, height: 812 }
export const DESKTOP = { width: 1200, height: 900 }

export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  /** What ran or was blocked that should not have been. */
  readonly alarms: string[]
}

interface Wish {
  readonly lang?: 'ar' | 'en'
  readonly script?: boolean
  readonly dark?: boolean
}

/** A visitor with a browser of her own: no cookie, no cache. */
export async function visit(browser: Browser, wish: Wish = {}): Promise<Visit> {
  const { lang = 'en', script = true, dark = false } = wish
  const context = await browser.newContext({
    locale: lang === 'ar' ? 'ar-SY' : 'en-GB',
    viewport: DESKTOP,
    javaScriptEnabled: script,
    colorScheme: dark ? 'dark' : 'light',
  })
  context.setDefaultTimeout(8_000)
  const page = await context.newPage()
  const alarms: string[] = []
  page.on('dialog', (dialog) => {
    alarms.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => alarms.push(`an error: ${error.message}`))
  page.on('request', (request) => {
    const { hostname } = new URL(request.url())
    if (hostname !== 'localhost' && hostname !== '127.0.0.1') alarms.push(`asked ${request.url()}`)
  })
  return { context, page, alarms }
}
