import { DurableObject } from 'cloudflare:workers'
import { mayReachPrivate } from '../platform/env.ts'
import { dayOf, planOf } from '../platform/plan.ts'
import { WIRE } from '../platform/wire.ts'
import type { MachineVersion } from '../statements/machine-version.ts'
import type { ClusterNews } from '../statements/cluster.ts'
import type { PublishedStatement } from '../statements/revision-list.ts'
import type { Revision } from '../statements/statement.ts'
import type { Learned, Verdict, VolatilePart } from '../statements/volatility.ts'
import { type ExportPage, exportPage } from './export-page.ts'
import type { FloodRecord } from './flood-store.ts'
import { noteCluster } from './note-cluster.ts'
import { prepareAllOwed } from './owed-entries.ts'
import type { TieVerdict } from './operator-ties.ts'
import type { PairToJudge } from './pairs-to-judge.ts'
import type { TopicNews } from './hub-topic.ts'
import { publishedStatement } from './published-statement.ts'
import { isSaving } from './publisher-budget.ts'
import { publisherSnapshot } from './publisher-snapshot.ts'
import type { PublisherReport } from './publisher-report.ts'
import { publisherNeighbours } from './publisher-neighbours.ts'
import { PublisherRuns } from './publisher-runs.ts'
import { PublisherState } from './publisher-state.ts'
import type { Archived } from './restore-statement.ts'
import { settleFlood } from './settle-flood.ts'
import { Sql } from './sql.ts'
import type { Handed } from './translation-pace.ts'

/**
 * What a publisher's object keeps, what it tells of it, and what an operator changes in it between
 * two runs. The runs themselves: `publisher.ts`.
 */
export abstract class PublisherCore extends DurableObject<Env> {
  protected readonly state: PublisherState
  protected readonly runs: PublisherRuns

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    const { storage } = ctx
    this.state = new PublisherState(new Sql(storage.sql))
    const clock = () => Date.now()
    this.runs = new PublisherRuns({
      env,
      state: this.state,
      storage,
      wire: WIRE,
      neighbours: () => publisherNeighbours(this.env),
      turn: async (host, who, isPressing) =>
        await this.env.HOSTS.getByName(host).take(who, isPressing),
      clock,
    })
  }

  /** What this object knows of itself, for status and metrics. */
  async report(): Promise<PublisherReport> {
    const { loadedReport } = await import('./publisher-report.ts')
    return await loadedReport(this.state, this.env, new Date(Date.now()))
  }

  /** Polls whose alerts wait for the operator. */
  floods(): FloodRecord[] {
    return this.state.floods.list()
  }

  /** Sends what waits in a flood, or lets it go; undefined where no such flood waits. */
  async settleFlood(
    number: number,
    how: 'released' | 'dismissed',
  ): Promise<{ readonly alerts: number } | undefined> {
    const errands = await this.change(() => settleFlood(number, how, this.state))
    if (errands === undefined) return undefined
    await this.runs.drain('alert')
    await this.runs.arm()
    return { alerts: errands.length }
  }

  /** A topic begins to be followed, or ends; answers with what it is rendered from. */
  followTopic(name: string, isFollowed: boolean): TopicNews | undefined {
    this.state.hubTopics.set(name, isFollowed)
    const face = this.state.face()
    const authority = this.state.orders()?.authority
    if (face === undefined || authority === undefined) return undefined
    this.runs.transact(() => prepareAllOwed(this.state, Date.now()))
    return { snapshot: publisherSnapshot(this.state, face).bytes, authority }
  }

  /** A statement that KV has not got yet. */
  statement(number: number): PublishedStatement | undefined {
    return publishedStatement(number, this.state)
  }

  /** An operator's word about a pair: `partner` is the other's id, or null to take it apart. */
  async pair(number: number, partner: string | null): Promise<TieVerdict> {
    const { tieOrPart } = await import('./operator-ties.ts')
    return await this.change((now) => tieOrPart(number, partner, this.state, now))
  }

  /** Pairs that comparing was not certain of. */
  async pairsToJudge(): Promise<PairToJudge[]> {
    const { pairsToJudge } = await import('./pairs-to-judge.ts')
    return pairsToJudge(this.state)
  }

  /** The front found the text of a statement elsewhere, or no longer there. */
  async noteCluster(number: number, news: ClusterNews): Promise<void> {
    await this.change(() => noteCluster(number, news, this.state))
  }

  /** @returns false where there is no such statement */
  async eraseStatement(number: number, reason: string): Promise<boolean> {
    const { eraseStatement } = await import('./erase.ts')
    const isKnown = await this.change((now) => eraseStatement(number, reason, this.state, now))
    await this.runs.drain()
    return isKnown
  }

  /** What was learned to be volatile, by source. */
  volatile(): Record<string, readonly VolatilePart[]> {
    return this.state.volatile.all(this.state.orders()?.publisher?.sources ?? [])
  }

  async judgeVolatile(source: string, key: string, verdict: Verdict): Promise<boolean> {
    return await this.change(() => this.state.volatile.judge(source, key, verdict))
  }

  /** What a machine is to translate now. */
  async untranslated(number: number): Promise<Handed> {
    const { handed } = await import('./machine-keeping.ts')
    const saving = isSaving({ state: this.state, plan: planOf(this.env), day: dayOf(new Date()) })
    return handed(number, this.state, saving)
  }

  /** @returns false where the statement is not as it was when it was handed out */
  async keepMachine(number: number, version: MachineVersion, isNews: boolean): Promise<boolean> {
    const { REVEAL_MS, alertsFor, keepMachine } = await import('./machine-keeping.ts')
    const isKept = await this.runs.serial.run(async () => {
      const now = Date.now()
      const alerts = await alertsFor(number, version, isNews, this.state, now)
      // A local run is there to be watched.
      const revealAfter = mayReachPrivate(this.env) ? 0 : REVEAL_MS
      const when = { now, revealAfter }
      return this.runs.transact(() => keepMachine(number, version, alerts, this.state, when))
    })
    await this.runs.drain('alert')
    await this.runs.arm()
    return isKept
  }

  exportPage(after: number): ExportPage {
    return exportPage(after, this.state)
  }

  /** @returns how many of them were not here */
  async restore(statements: readonly Archived[]): Promise<number> {
    const { importStatements } = await import('./import-statements.ts')
    return await this.change((now) => importStatements(statements, this.state, now))
  }

  /** Takes in what an export tells of a source's pages, unless this object has learned by itself. */
  async restoreVolatile({ source, parts }: Learned): Promise<void> {
    await this.change(() => {
      if (this.state.volatile.of(source).length === 0) this.state.volatile.save(source, parts)
    })
  }

  /** Fills the ledger from KV, some statements a run. Called before the object has orders. */
  async rebuild(): Promise<void> {
    await this.change(() => this.state.rebuild.begin())
  }

  /** A change that somebody asked for, between two runs. */
  protected async change<T>(work: (now: number) => T): Promise<T> {
    return await this.runs.serial.run(async () => {
      const result = this.runs.transact(() => work(Date.now()))
      await this.runs.arm()
      return result
    })
  }

  revisions(number: number): Revision[] {
    return this.state.statements.wordings.all(number)
  }
}
