import type { Page } from 'playwright-core'

/** Whoever uses the desk, with every click and every filled field counted. */
export class Operator {
  actions = 0
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(address: string): Promise<void> {
    this.actions += 1
    await this.page.goto(address)
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    this.actions += 1
    await this.page.getByLabel(label).first().fill(text)
  }

  async press(button: string): Promise<void> {
    this.actions += 1
    await this.page.getByRole('button', { name: button, exact: true }).first().click()
  }

  async follow(link: string | RegExp): Promise<void> {
    this.actions += 1
    await this.page.getByRole('link', { name: link }).first().click()
  }

  async signIn(base: string, token: string, lang: 'ar' | 'en' = 'en'): Promise<void> {
    await this.open(`${base}/desk?lang=${lang}`)
    await this.fill(lang === 'en' ? 'Operator\u2019s token' : 'رمز المشغّل', token)
    await this.press(lang === 'en' ? 'Sign in' : 'الدخول')
    await this.page.locator('.desk-bar').waitFor()
  }
}
