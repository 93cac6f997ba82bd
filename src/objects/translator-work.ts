import type { BayanEnv } from '../platform/env.ts'
import { logFault } from '../platform/log-fault.ts'
import { Serial } from './serial.ts'
import { SETTINGS_SCHEMA, Settings } from './settings.ts'
import { Sql } from './sql.ts'
import { openTables } from './tables.ts'
import {
  TRANSLATION_JOBS_SCHEMA,
  type TranslationJob,
  TranslationJobs,
} from './translation-jobs.ts'
import { type TranslationWorld, nextTranslation } from './translation-pace.ts'
import { type TranslationReport, reportOf } from './translation-report.ts'
import { takeTurn } from './translation-run.ts'
import type { TranslatorOrders } from './translator-orders.ts'

/** If a run dies, the alarm rings again after this. */
const SAFETY_MS = 60_000

const TABLES = [SETTINGS_SCHEMA, TRANSLATION_JOBS_SCHEMA]

/** What the translator's object does; loaded when it is first asked for anything. */
export class TranslatorWork {
  readonly #settings: Settings
  readonly #jobs: TranslationJobs
  readonly #serial = new Serial()
  readonly #storage: DurableObjectStorage
  readonly #env: BayanEnv

  constructor(storage: DurableObjectStorage, env: BayanEnv) {
    this.#storage = storage
    this.#env = env
    const sql = new Sql(storage.sql)
    openTables(sql, TABLES)
    this.#settings = new Settings(sql)
    this.#jobs = new TranslationJobs(sql)
  }

  /** Takes orders from the desk; older ones than it has are ignored. What failed is tried anew. */
  async obey(orders: TranslatorOrders): Promise<void> {
    const known = this.#orders()
    if (known !== undefined && known.version > orders.version) return
    this.#storage.transactionSync(() => {
      this.#settings.save('orders', orders)
      this.#settings.remove('failing')
      if (orders.translation === null) this.#jobs.clear()
      else this.#jobs.begin(Date.now())
    })
    await this.#arm()
  }

  /** Takes statements that wait for a machine; the same twice is the same once. */
  async offer(publisher: string, jobs: readonly TranslationJob[]): Promise<void> {
    const now = Date.now()
    this.#storage.transactionSync(() => {
      for (const job of jobs) this.#jobs.add(publisher, job, now)
    })
    await this.#arm()
  }

  async alarm(): Promise<void> {
    await this.#storage.setAlarm(Date.now() + SAFETY_MS)
    try {
      await this.#serial.run(async () => {
        const translation = this.#orders()?.translation
        if (translation?.enabled !== true) return
        await takeTurn(translation, this.#env, this.#world())
      })
    } catch (error) {
      logFault({ at: 'translator' }, error)
      return
    }
    await this.#arm()
  }

  /** How it is, for the operator; undefined where it has nothing to do. */
  report(): TranslationReport | undefined {
    const translation = this.#orders()?.translation
    if (translation === null || translation === undefined) return undefined
    return reportOf(translation, this.#world())
  }

  async wake(): Promise<number> {
    await this.#arm()
    return this.#orders()?.version ?? 0
  }

  #orders(): TranslatorOrders | undefined {
    return this.#settings.load('orders')
  }

  #world(): TranslationWorld {
    const { PUBLISHERS } = this.#env
    return {
      settings: this.#settings,
      jobs: this.#jobs,
      text: async (id, number) => await PUBLISHERS.getByName(id).untranslated(number),
      keep: async (id, number, version, isNews) =>
        await PUBLISHERS.getByName(id).keepMachine(number, version, isNews),
      clock: () => Date.now(),
    }
  }

  async #arm(): Promise<void> {
    const next = nextTranslation(this.#orders()?.translation, this.#world())
    if (next === undefined) await this.#storage.deleteAlarm()
    else await this.#storage.setAlarm(Math.max(next, Date.now() + 1))
  }
}
