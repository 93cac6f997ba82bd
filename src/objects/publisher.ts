import { dayOf } from '../platform/plan.ts'
import { PublisherCore } from './publisher-core.ts'
import type { PublisherOrders } from './publisher-orders.ts'
import { readAnew } from './read-anew.ts'
import type { ToldPoll } from './tell-polls.ts'

/** So long an alarm may be overdue before the watchdog sets it anew. */
const OVERDUE_MS = 30_000

/**
 * One publisher: its ledger, its polls, and what it owes. The only writer of its statements and
 * its snapshot. Everything it does by itself is in `publisher-runs.ts`.
 */
export class PublisherObject extends PublisherCore {
  /** Takes orders from the desk; older ones than it has are ignored. Watches are pulled by version. */
  async obey(orders: PublisherOrders): Promise<void> {
    const known = this.state.orders()
    if (known !== undefined && known.version > orders.version) return
    if (orders.watchVersion !== '' && this.state.watches.load(orders.watchVersion) === undefined) {
      const chunks = await this.env.DESK.getByName('desk').watchChunks(orders.watchVersion)
      // A newer set is under way: its own orders follow these.
      if (chunks === undefined) return
      this.runs.transact(() => this.state.watches.save(orders.watchVersion, chunks))
    }
    const isRuled = JSON.stringify(this.state.rules()) !== JSON.stringify(orders.translation)
    const machines = isRuled ? await import('./machine-keeping.ts') : undefined
    const face = this.state.face()
    const rules = this.state.rules()
    this.runs.transact(() => {
      if (face !== undefined) this.state.settings.save('face', face)
      this.state.saveOrders(orders)
      const day = dayOf(new Date())
      if (readAnew(known?.publisher, orders.publisher, this.state, day)) this.runs.hosts.forget()
      // A new name stands in every feed; the end of a publisher too.
      const shown = JSON.stringify(this.state.face()) !== JSON.stringify(face)
      machines?.machineRulesChanged(rules, this.state)
      if (orders.erase === true) this.state.outbox.addOnce('wipe', '')
      if (orders.publisher === null || (shown && this.state.totals.statements() > 0)) {
        this.state.outbox.addOnce('snapshot', '')
        for (const topic of this.state.hubTopics.all()) this.state.outbox.addOnce('hub', topic)
      }
    })
    await this.runs.arm()
  }

  /** Polls every source that is not paused, now, and answers when the changes are committed. */
  async pollNow(): Promise<ToldPoll[]> {
    const polls = await this.runs.pollNow()
    const { tellPolls } = await import('./tell-polls.ts')
    return await tellPolls(polls, this.env)
  }

  override async alarm(): Promise<void> {
    await this.runs.alarm()
  }

  /** A preview is about to ask hosts of this publisher: answers when no run that began before is under way. */
  async expectGuest(hosts: readonly string[]): Promise<void> {
    await this.runs.serial.run(async () => {
      for (const host of hosts) this.runs.hosts.expectGuest(host)
      await Promise.resolve()
    })
  }

  /** The watchdog's call: re-arms what is overdue, and tells which orders this object has, and what it asks. */
  async wake(): Promise<{ readonly version: number; readonly hosts: readonly string[] }> {
    const alarm = await this.ctx.storage.getAlarm()
    if (alarm === null || alarm < Date.now() - OVERDUE_MS) await this.runs.arm()
    const { hostsAsked } = await import('./hosts-asked.ts')
    return { version: this.state.orders()?.version ?? 0, hosts: hostsAsked(this.state) }
  }
}
