import { DurableObject } from 'cloudflare:workers'
import type { BayanEnv } from '../platform/env.ts'
import type { TranslationJob } from './translation-jobs.ts'
import type { TranslationReport } from './translation-report.ts'
import type { TranslatorOrders } from './translator-orders.ts'
import type { TranslatorWork } from './translator-work.ts'

/**
 * Has machines translate what publishers did not, one statement a run. An object of its own, so that
 * a slow machine keeps no poll, no alert and no feed waiting; one for the deployment, so that the
 * day's cap and a provider's wish for rest hold for all publishers together.
 *
 * Most deployments have none, so that its work is no part of what every isolate loads.
 */
export class TranslatorObject extends DurableObject<BayanEnv> {
  #work: TranslatorWork | undefined

  async #loaded(): Promise<TranslatorWork> {
    const { TranslatorWork } = await import('./translator-work.ts')
    this.#work ??= new TranslatorWork(this.ctx.storage, this.env)
    return this.#work
  }

  async obey(orders: TranslatorOrders): Promise<void> {
    await (await this.#loaded()).obey(orders)
  }

  async offer(publisher: string, jobs: readonly TranslationJob[]): Promise<void> {
    await (await this.#loaded()).offer(publisher, jobs)
  }

  override async alarm(): Promise<void> {
    await (await this.#loaded()).alarm()
  }

  async report(): Promise<TranslationReport | undefined> {
    return (await this.#loaded()).report()
  }

  async wake(): Promise<number> {
    return await (await this.#loaded()).wake()
  }
}
