import { type Health, PROBE_EVERY_MS, afterFailure, isLongFailing } from '../deliveries/health.ts'
import type { Notice, NoticeState } from '../deliveries/notice.ts'
import type { BayanEnv } from '../platform/env.ts'
import type { Instant } from '../text/instant.ts'
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

  /**
   * When a disabled endpoint is tried again by itself, in ms since 1970: never where its receiver said that
   * it is gone. Undefined where it is not disabled.
   */
  probeAt(): number | undefined {
    const disabled = this.disabled()
    if (disabled === undefined) return undefined
    // Those that were disabled before there were probes are due.
    const wasLongFailing = disabled.en.startsWith('Nothing arrived for five days.')
    return this.#settings.load('probe') ?? (wasLongFailing ? 0 : Infinity)
  }

  /** As the status and the log show it; null where none is to come. */
  nextProbe(): Instant | null {
    const at = this.probeAt() ?? Infinity
    return at === Infinity ? null : new Date(at).toISOString()
  }

  /** The last failure's reason, while nothing has arrived since. */
  failing(): string | undefined {
    return this.#health() === undefined ? undefined : this.#settings.load('failure')
  }

  /** Something arrived, or the operator saved it anew. */
  recovered(name: string, at: string | undefined): void {
    if (this.disabled() !== undefined) {
      this.#settings.remove('disabled')
      this.#settings.remove('probe')
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

  /** One more attempt failed: after five days of that the endpoint is disabled, and tried once a day. */
  failed(name: string, at: string, reason: string): void {
    const health = afterFailure(this.#health(), at)
    this.#settings.save('health', health)
    this.#settings.save('failure', reason)
    if (!isLongFailing(health, at)) return
    if (this.disabled() === undefined) this.#disable(name, at, LONG_FAILING)
    this.#settings.save('probe', Date.parse(at) + PROBE_EVERY_MS)
  }

  /** Its receiver takes no messages any more: nothing is tried, whatever was to be. */
  gone(name: string, at: string): void {
    if (this.probeAt() === Infinity) return
    this.#settings.remove('probe')
    this.#disable(name, at, GONE)
  }

  #disable(name: string, at: string, reason: Notice['reason']): void {
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
  en: 'Nothing arrived for five days. What waits is kept, and the first of it is tried once a day. Mend the receiver; a test that arrives enables it at once.',
  ar: 'لم يصل شيء منذ خمسة أيام. ما ينتظر محفوظ، ويُجرّب أوله مرة في اليوم. أصلح المستقبل؛ والرسالة التجريبية التي تصل تفعّل الوجهة فورا.',
}

const RECOVERED = {
  en: 'A message arrived again; what waited is sent.',
  ar: 'وصلت رسالة من جديد، ويُرسل ما كان ينتظر.',
}

const GONE = {
  en: 'The receiver says that this address takes no messages any more. Give the endpoint a new one.',
  ar: 'يقول المستقبِل إن هذا العنوان لم يعد يستقبل رسائل. أعط الوجهة عنوانا جديدا.',
}
