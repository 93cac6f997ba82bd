import type { Plan } from '../platform/plan.ts'
import type { HealthName } from '../sources/health-name.ts'
import type { Words } from '../text/language.ts'

/** What a source is doing, as people are told. */
export type SourceStateWord = HealthName | 'unknown'

/** Everything that the interface says, refusals apart. */
export interface PageWords {
  readonly product: string
  readonly tagline: string
  readonly skip: string
  readonly mainMenu: string
  readonly frontPage: string
  readonly status: string
  readonly desk: string
  readonly opml: string
  readonly opmlHint: string
  readonly footer: string
  readonly languageNames: Words
  readonly bothLanguages: string

  readonly newest: string
  readonly nothingYet: string
  readonly withdrawn: string
  readonly firstSeen: string
  readonly writtenBy: string
  readonly undated: string
  readonly ourPage: string
  readonly revised: string

  readonly feeds: string
  readonly feedsHint: string
  readonly publisher: string
  readonly all: string

  readonly sources: string
  readonly states: Readonly<Record<SourceStateWord, string>>
  readonly stateUnknown: string
  readonly stateUnknownHint: string
  readonly asKnown: string
  readonly lastPoll: string
  readonly never: string
  readonly allSources: string

  readonly publisherPage: string
  readonly readAtPublisher: string
  readonly noAddress: string
  readonly withdrawnBanner: string
  readonly withdrawnHint: string
  readonly translation: string
  readonly awaited: string
  readonly awaitedUntil: string
  readonly notExpected: string
  readonly cluster: string
  readonly clusterHint: string
  readonly firstSeenHere: string
  readonly thisStatement: string
  readonly wording: (number: number, count: number) => string
  readonly wordings: string
  readonly wordingsHint: string
  readonly wordingsAsData: string
  readonly currentWording: string
  readonly lastRevised: string
  readonly emptyBody: string

  readonly source: string
  readonly state: string
  readonly since: string
  /** Since when a source is as it is, before it was ever polled. */
  readonly notYet: string
  readonly anyState: string
  readonly lastGoodPoll: string
  readonly nextPoll: string
  readonly due: string
  readonly none: string
  readonly polls: string
  readonly pollLabels: Readonly<Record<'ok' | 'unchanged', string>>
  readonly statementsKept: string
  readonly owed: string
  /** Said of a flood: a poll brought `fresh` unknown statements of `listed`. */
  readonly flood: (fresh: number, listed: number) => string
  readonly floodHint: string
  readonly silent: string
  readonly endpoints: string
  readonly endpoint: string
  readonly endpointStates: Readonly<
    Record<'ok' | 'failing' | 'disabled' | 'deleted' | 'unknown', string>
  >
  readonly pending: string
  readonly oldestPending: string
  readonly nextProbe: string
  readonly results: string
  readonly noEndpoints: string
  readonly budget: string
  readonly plan: string
  readonly plans: Readonly<Record<Plan, string>>
  readonly day: string
  readonly kvWrites: string
  readonly rowsWritten: string
  readonly of: (spent: string, limit: string) => string
  readonly noPublishers: string

  readonly firstSteps: string
  readonly firstStepsReader: string
  readonly firstStepsOperator: string
  readonly firstStepsThen: string

  readonly search: string
  readonly searchHint: string
  readonly narrow: string
  readonly language: string
  readonly current: string
  readonly from: string
  readonly until: string
  readonly found: string
  readonly nothingFound: string
  readonly nothingSoFar: string
  readonly older: string
  readonly rhythm: string
  readonly inWeeks: (counted: string, weeks: number) => string
  readonly asTable: string
  readonly cite: string
  readonly copy: string
  readonly seenOn: string
  readonly hash: string
  readonly machine: string
  readonly needLook: string
  readonly history: string

  readonly apiHint: string
  readonly forEverybody: string

  readonly toFrontPage: string
}
