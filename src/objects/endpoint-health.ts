import { type Health, afterFailure, isLongFailing } from '../deliveries/health.ts'
import type { Notice, NoticeState } from '../deliveries/notice.ts'
import type { BayanEnv } from '../platform/env.ts'
import type { Settings } from './settings.ts'

/**
 * Whether an endpoint takes what it is sent: how long it has been failing, whether it is disabled,
 * and what the others are still to be told of that.
 */
export class EndpointHealth {
  readonly #settings: Settings
  readonly #env: BayanEnv
  /** Asked several times a message, and nearly always 0. */
  #pausedUntil: number | undefined

  constructor(settings: Settings, env: BayanEnv) {
    this.#settings = settings
    this.#env = env
  }

  /** Why it is disabled; undefined where it is not. */
  disabled(): Notice['reason'] | undefined {
    const kept = this.#settings.load<Notice['reason'] | string>('disabled')
    // An earlier version kept it in English alone.
    return typeof kept === 'string' ? { en: kept, ar: kept } : kept
  }

  /** The last failure's reason, while nothing has arrived since. */
  failing(): string | undefined {
    return this.#health() === undefined ? undefined : this.#settings.load('failure')
  }

  /** Something arrived, or the operator saved it anew. */
  recovered(name: string, at: string | undefined): void {
    if (this.disabled() !== undefined) {
      this.#settings.remove('disabled')
      if (at !== undefined) this.#owe(name, 'ok', at, RECOVERED)
    }
    if (this.#health() !== undefined) this.#settings.remove('health')
    if (this.pausedUntil() === 0) return
    this.#pausedUntil = undefined
    this.#settings.remove('pausedUntil')
  }

  /** Until then the receiver wants nothing, ms since 1970; 0 where it asked for no pause. */
  pausedUntil(): number {
    this.#pausedUntil ??= this.#settings.load('pausedUntil') ?? 0
    return this.#pausedUntil
  }

  pause(until: Date): void {
    this.#pausedUntil = undefined
    this.#settings.save('pausedUntil', until.getTime())
  }

  /** One more attempt failed: after five days of that the endpoint is disabled. */
  failed(name: string, at: string, reason: string): void {
    const health = afterFailure(this.#health(), at)
    this.#settings.save('health', health)
    this.#settings.save('failure', reason)
    if (isLongFailing(health, at)) this.disable(name, at, LONG_FAILING)
  }

  disable(name: string, at: string, reason: Notice['reason']): void {
    if (this.disabled() !== undefined) return
    this.#settings.save('disabled', reason)
    this.#owe(name, 'disabled', at, reason)
  }

  owes(): boolean {
    return this.#settings.load('owed') !== undefined
  }

  /** Tells the desk, which tells the other endpoints; owed until it succeeds. */
  async tell(): Promise<void> {
    const notice = this.#settings.load<Notice>('owed')
    if (notice === undefined) return
    await this.#env.DESK.getByName('desk').note([notice])
    // Another may have come to be owed while the desk was told of this one.
    if (this.#settings.load<Notice>('owed')?.id === notice.id) this.#settings.remove('owed')
  }

  #health(): Health | undefined {
    return this.#settings.load('health')
  }

  #owe(name: string, state: NoticeState, at: string, reason: Notice['reason']): void {
    const id = `endpoint/${name}/${state}/${at}`
    const notice: Notice = { id, at, subject: { endpoint: name }, state, reason, since: at }
    this.#settings.save('owed', notice)
  }
}

const LONG_FAILING = {
  en: 'Nothing arrived for five days. What waits is kept. Mend the receiver, then send it a test.',
  ar: 'لم يصل شيء منذ خمسة أيام، وما ينتظر محفوظ. أصلح المستقبل ثم أرسل رسالة تجريبية.',
}

const RECOVERED = {
  en: 'A test arrived; what waited is sent.',
  ar: 'وصلت رسالة تجريبية، ويرسل ما كان ينتظر.',
}

/** The receiver said that it takes no messages any more. */
export const GONE = (detail: string): Notice['reason'] => ({
  en: detail,
  ar: 'لم يعد هذا العنوان يستقبل رسائل. أعط الوجهة عنوانا جديدا.',
})
