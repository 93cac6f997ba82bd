import { REVEAL_MS, alertsFor, handed, keepMachine } from '../../src/objects/machine-keeping.ts'
import { SETTINGS_SCHEMA, Settings } from '../../src/objects/settings.ts'
import { TRANSLATION_JOBS_SCHEMA, TranslationJobs } from '../../src/objects/translation-jobs.ts'
import { type TranslationWorld, nextTranslation } from '../../src/objects/translation-pace.ts'
import { translateNext } from '../../src/objects/translation-run.ts'
import type { SealedTranslation } from '../../src/platform/sealed-translation.ts'
import type { Publisher } from '../../src/sources/publisher.ts'
import type { Translator } from '../../src/statements/translator.ts'
import type { Watch } from '../../src/watches/watch.ts'
import { pretended } from '../platform/libretranslate-server.ts'
import { NodeSql } from './node-sql.ts'
import { SimulatedPublisher } from './simulated-publisher.ts'

export const SETTING: SealedTranslation = {
  enabled: true,
  provider: 'libretranslate',
  model: '',
  url: 'https://translate.test',
  afterHours: 48,
  unexpected: false,
  daily: 50,
}

/** A simulated publisher whose statements are handed to a machine, as the two objects do it. */
export class TranslatingPublisher extends SimulatedPublisher {
  readonly #sql = new NodeSql()
  readonly jobs: TranslationJobs
  readonly settings: Settings
  setting = SETTING
  /** Texts that the machine was asked for. */
  readonly asked: string[] = []
  /** What the machine does next; by default it does well. */
  answer: Translator['translate'] | undefined

  constructor(publisher: Publisher, watches?: readonly Watch[]) {
    super(publisher, watches)
    for (const schema of [SETTINGS_SCHEMA, TRANSLATION_JOBS_SCHEMA])
      for (const one of schema.split(';').filter((text) => text.trim() !== ''))
        this.#sql.sql.run(one)
    this.jobs = new TranslationJobs(this.#sql.sql)
    this.settings = new Settings(this.#sql.sql)
    this.state.saveOrders({ ...this.state.orders()!, translation: SETTING })
  }

  readonly machine: Translator = {
    provider: 'libretranslate',
    model: 'translate.test',
    limit: 2_000,
    keepsLines: true,
    translate: async (text, from, to) => {
      this.asked.push(text)
      if (this.answer !== undefined) return await this.answer(text, from, to)
      return { kind: 'text', text: pretended(text, to) }
    },
  }

  translation(): TranslationWorld {
    const { state } = this
    return {
      settings: this.settings,
      jobs: this.jobs,
      text: async (_id, number) => handed(number, state, false),
      keep: async (_id, number, version, isNews) => {
        const alerts = await alertsFor(number, version, isNews, state, this.now)
        let isKept = false
        this.sql.transact(() => {
          isKept = keepMachine(number, version, alerts, state, {
            now: this.now,
            revealAfter: REVEAL_MS,
          })
        })
        await this.tell()
        return isKept
      },
      clock: () => this.now,
    }
  }

  /** Hands over what is due, and lets the machine work while something is due now. */
  async translate(): Promise<void> {
    await this.pass(0)
    for (const job of this.offered.splice(0)) this.jobs.add('nahr', job, this.now)
    for (let turn = 0; turn < 100; turn += 1) {
      const next = nextTranslation(this.setting, this.translation())
      if (next === undefined || next > this.now) return
      await translateNext(this.setting, this.machine, this.translation())
    }
  }

  /** Lets hours go by, hour by hour, the machine working in each. */
  async hours(count: number): Promise<void> {
    for (let hour = 0; hour < count; hour += 1) {
      await this.pass(3_600_000)
      await this.translate()
    }
  }
}
