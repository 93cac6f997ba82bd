import type { Endpoint } from '../deliveries/endpoint.ts'
import type { Notice } from '../deliveries/notice.ts'
import type { BayanEnv } from '../platform/env.ts'
import { logFault } from '../platform/log-fault.ts'
import { unseal } from '../platform/seal.ts'
import type { EndpointOrders } from './endpoint-orders.ts'
import type { Settings } from './settings.ts'

/** What the status says of an endpoint whose secrets do not open. */
const LOCKED: Notice['reason'] = {
  en: 'Its secrets do not open: set PREVIOUS_ENCRYPTION_KEY to the old ENCRYPTION_KEY or ADMIN_TOKEN, or save it again.',
  ar: 'لا تفتح أسرارها: اضبط PREVIOUS_ENCRYPTION_KEY على ENCRYPTION_KEY أو ADMIN_TOKEN القديم، أو احفظها ثانية.',
}

/** What the desk told an endpoint's object: kept sealed, opened in memory. */
export class KeptOrders {
  readonly #settings: Settings
  readonly #env: BayanEnv
  #orders: EndpointOrders | undefined
  #opened: { readonly sealed: string | undefined; readonly endpoint: Endpoint } | undefined

  constructor(settings: Settings, env: BayanEnv) {
    this.#settings = settings
    this.#env = env
  }

  /** Asked several times an alert, and so held in memory. */
  load(): EndpointOrders | undefined {
    this.#orders ??= this.#settings.load('orders')
    return this.#orders
  }

  save(name: string, orders: EndpointOrders): void {
    this.#settings.save('name', name)
    this.#settings.save('orders', orders)
    // Not held before it is kept: the transaction may yet be rolled back.
    this.#orders = undefined
  }

  name(): string {
    return this.#settings.load('name') ?? ''
  }

  locked(): Notice['reason'] | undefined {
    return this.#settings.load<boolean>('locked') === true ? LOCKED : undefined
  }

  /** The endpoint with its secrets, opened once; undefined where there is none, or it is locked. */
  async endpoint(): Promise<Endpoint | undefined> {
    const kept = this.load()?.endpoint ?? undefined
    if (kept === undefined) return undefined
    const opened = this.#opened
    if (opened !== undefined && opened.sealed === kept.sealed)
      return { ...opened.endpoint, ...kept }
    const endpoint = await unseal(kept, this.#env)
    const wasLocked = this.locked() !== undefined
    if (wasLocked !== (endpoint === undefined)) this.#settings.save('locked', !wasLocked)
    this.#opened = endpoint === undefined ? undefined : { sealed: kept.sealed, endpoint }
    return endpoint
  }

  /** Asks the desk who this is: undefined where the desk does not answer. */
  async ask(name: string): Promise<EndpointOrders | undefined> {
    this.#settings.save('name', name)
    try {
      return await this.#env.DESK.getByName('desk').endpointOrders(name)
    } catch (error) {
      logFault({ at: 'ask desk', endpoint: name }, error)
      return undefined
    }
  }
}
