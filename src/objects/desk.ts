import { DurableObject } from 'cloudflare:workers'
import type { Endpoint } from '../deliveries/endpoint.ts'
import type { Notice } from '../deliveries/notice.ts'
import { type BayanEnv, baseUrlOf, mayReachPrivate } from '../platform/env.ts'
import { logFault } from '../platform/log-fault.ts'
import { dayOf, planOf } from '../platform/plan.ts'
import { seal } from '../platform/seal.ts'
import type { Publisher } from '../sources/publisher.ts'
import { sha256Hex } from '../statements/content-hash.ts'
import { tagAuthority } from '../statements/statement-id.ts'
import type { TranslationSettings } from '../statements/translation-settings.ts'
import type { Concept } from '../watches/concept.ts'
import type { Watch } from '../watches/watch.ts'
import { feedEndpoint } from './alerting.ts'
import type { DeskChange } from './desk-changes.ts'
import type { Objection } from './desk-objections.ts'
import { openEndpoints, sealedAnew } from './desk-endpoints.ts'
import { deskNeighbours } from './desk-neighbours.ts'
import type { Status } from './desk-status.ts'
import { KeptStatus } from './kept-status.ts'
import { DeskStore, type ThingKind } from './desk-store.ts'
import type { EndpointOrders } from './endpoint-orders.ts'
import { OWN_HEALTH, newFeedKey } from './feed-key.ts'
import { LoginLimiter } from './login-limiter.ts'
import { keepNotices } from './desk-notices.ts'
import { Serial } from './serial.ts'
import { Sql } from './sql.ts'
import { watchChunks } from './watch-chunks.ts'

export type Saved =
  | { readonly kind: 'saved'; readonly created: boolean }
  | ({ readonly kind: 'refused' } & Objection)

export type Removed =
  | { readonly kind: 'removed' | 'unknown' }
  | ({ readonly kind: 'refused' } & Objection)

const RETRY_MS = 5_000

/** What may be changed, with objections and their words, and the telling: loaded when something is saved. */
const changes = async () => await import('./desk-changes.ts')
const translations = async () => await import('./translation-changes.ts')

/**
 * The operator's settings. Each change raises a version and notes, in one transaction, who is to
 * be told of it; the telling is done at once, and again by the alarm until it has succeeded.
 */
export class DeskObject extends DurableObject<BayanEnv> {
  readonly #store: DeskStore
  readonly #serial = new Serial()
  readonly #logins = new LoginLimiter()
  readonly #status = new KeptStatus()

  constructor(ctx: DurableObjectState, env: BayanEnv) {
    super(ctx, env)
    this.#store = new DeskStore(new Sql(ctx.storage.sql))
  }

  publishers(): Publisher[] {
    return this.#store.list('publisher')
  }

  watches(): Watch[] {
    return this.#store.list('watch')
  }

  concepts(): Concept[] {
    return this.#store.list('concept')
  }

  /** With addresses and secrets: only for what runs inside the worker. */
  async endpoints(): Promise<Endpoint[]> {
    return await openEndpoints(this.#store, this.env)
  }

  /** With its key: only for what runs inside the worker. */
  async translation(): Promise<TranslationSettings | undefined> {
    return await (await translations()).openTranslation(this.#store, this.env)
  }

  /** @param settings null: no machine is asked any more, and what machines made goes */
  async saveTranslation(settings: TranslationSettings | null): Promise<Saved> {
    const { translationSaved } = await translations()
    return await this.#apply(await translationSaved(settings, this.#store, this.env))
  }

  /** Seconds that a client must wait before it tries a token; a wrong one counts. */
  loginWait(client: string, isWrong: boolean): number {
    if (isWrong) this.#logins.failed(client, Date.now())
    return this.#logins.waitSeconds(client, Date.now())
  }

  /** Ends a session of the desk before its time; `until` is when it would have ended, in seconds. */
  endSession(id: string, until: number): void {
    this.#store.endedSessions.end(id, until, Math.floor(Date.now() / 1000))
  }

  hasEnded(session: string): boolean {
    return this.#store.endedSessions.has(session)
  }

  /** Who mints ids here: the one that is given, unless ids were given before; '' while none was. */
  authority(offered = ''): string {
    this.#store.fixAuthority(offered)
    return this.#store.authority()
  }

  /** Of operators' endpoints and of watches' feeds. */
  endpointNames(): string[] {
    return [...this.#store.ids('endpoint'), ...this.#store.ids('watch').map(feedEndpoint)]
  }

  feedKey(watch: string): string | undefined {
    return this.#store.load('feedKey', watch)
  }

  async savePublisher(publisher: Publisher): Promise<Saved> {
    const plan = { name: planOf(this.env), isLocal: mayReachPrivate(this.env) }
    const { publisherSaved } = await changes()
    return await this.#apply(publisherSaved(publisher, this.#store, plan))
  }

  async saveEndpoint(endpoint: Endpoint): Promise<Saved> {
    const { endpointSaved } = await changes()
    return await this.#apply(endpointSaved(await seal(endpoint, this.env), this.#store))
  }

  async saveWatch(watch: Watch): Promise<Saved> {
    const { watchSaved } = await changes()
    return await this.#apply(watchSaved(watch, newFeedKey(), this.#store, planOf(this.env)))
  }

  async saveConcept(concept: Concept): Promise<Saved> {
    const { conceptSaved } = await changes()
    return await this.#apply(conceptSaved(concept, this.#store, planOf(this.env)))
  }

  async removeConcept(id: string): Promise<Removed> {
    const { conceptRemoved } = await changes()
    return await this.#remove('concept', id, conceptRemoved(id, this.#store))
  }

  /** Gives the watch's feed another key; undefined where there is no such watch. */
  async rotateFeedKey(watch: string): Promise<string | undefined> {
    if (watch !== OWN_HEALTH && this.#store.load('watch', watch) === undefined) return undefined
    const key = newFeedKey()
    const { feedKeyRotated } = await changes()
    await this.#apply(feedKeyRotated(watch, key, this.#store))
    return key
  }

  async removePublisher(id: string, erase = false): Promise<Removed> {
    const at = new Date().toISOString()
    const { publisherRemoved } = await changes()
    return await this.#remove('publisher', id, publisherRemoved(id, at, erase, this.#store))
  }

  async removeWatch(id: string): Promise<Removed> {
    const { watchRemoved } = await changes()
    return await this.#remove('watch', id, watchRemoved(id, this.#store))
  }

  async removeEndpoint(id: string): Promise<Removed> {
    const { endpointRemoved } = await changes()
    return await this.#remove('endpoint', id, endpointRemoved(id, this.#store))
  }

  async #remove(kind: ThingKind, id: string, change: DeskChange): Promise<Removed> {
    if (this.#store.load(kind, id) === undefined) return { kind: 'unknown' }
    const saved = await this.#apply(change)
    return saved.kind === 'refused' ? saved : { kind: 'removed' }
  }

  /**
   * Applies a change: objection, version, write and notes of whom to tell, then the telling.
   * A set of watches is hashed before the transaction, which must not wait.
   */
  async #apply(change: DeskChange): Promise<Saved> {
    const saved = await this.#serial.run(async (): Promise<Saved> => {
      const refused = change.objection?.()
      if (refused !== undefined) return { kind: 'refused', ...refused }
      const set = change.setAfter?.()
      const chunks = set === undefined ? undefined : watchChunks(set)
      const hash = chunks === undefined ? '' : await sha256Hex(chunks.join('\n'))
      const created = this.ctx.storage.transactionSync(() => {
        this.#store.fixAuthority(tagAuthority(this.env.BASE_URL, dayOf(new Date())))
        const version = this.#store.raiseVersion()
        if (chunks !== undefined) {
          this.#store.saveWatchSet(`${version}.${hash}`, version, chunks)
          for (const id of this.#store.ids('publisher'))
            this.#store.soil(`publisher:${id}`, version)
        }
        return change.write(version)
      })
      // With the transaction: a crash before the telling must not leave it untold.
      await this.ctx.storage.setAlarm(Date.now() + RETRY_MS)
      return { kind: 'saved', created }
    })
    if (saved.kind === 'saved') await this.#push()
    return saved
  }

  async #push(): Promise<void> {
    const { push } = await import('./desk-push.ts')
    await push(this.#store, deskNeighbours(this.env), Date.now())
    this.#status.forget()
    const due = this.#store.nextDirty()
    if (due === undefined) await this.ctx.storage.deleteAlarm()
    else await this.ctx.storage.setAlarm(Math.max(due, Date.now() + 1))
  }

  override async alarm(): Promise<void> {
    try {
      await this.#push()
    } catch (error) {
      logFault({ at: 'desk' }, error)
      await this.ctx.storage.setAlarm(Date.now() + RETRY_MS)
    }
  }

  /** Takes notices, each once: into the feed of states, and to the endpoints that ask for them. */
  async note(notices: readonly Notice[]): Promise<void> {
    this.ctx.storage.transactionSync(() => keepNotices(notices, this.#store, baseUrlOf(this.env)))
    await this.ctx.storage.setAlarm(Date.now() + RETRY_MS)
    await this.#push()
  }

  watchChunks(watchVersion: string): string[] | undefined {
    return this.#store.watchChunks(watchVersion)
  }

  async endpointOrders(name: string): Promise<EndpointOrders> {
    return (await import('./desk-push.ts')).endpointOrders(name, this.#store)
  }

  /** The state of everything, gathered at most once a minute, whoever asks. */
  async status(): Promise<Status> {
    const { askEverybody } = await import('./ask-everybody.ts')
    const gather = async () => await askEverybody(this.#store, this.env, planOf(this.env))
    return await this.#status.load(Date.now(), gather)
  }

  /** The watchdog: wakes every object, and tells again those whose orders are not the newest. */
  async watch(): Promise<void> {
    await sealedAnew(this.#store, this.env)
    const { wakeEverybody } = await import('./watchdog.ts')
    await wakeEverybody(this.endpointNames(), this.#store, this.env)
    await this.#push()
  }
}
