import { logFault } from '../platform/log-fault.ts'
import { type Plan, dayOf } from '../platform/plan.ts'
import type { Words } from '../text/language.ts'
import type { EndpointReport } from './endpoint-report.ts'
import type { PublisherReport } from './publisher-report.ts'
import type { TranslationReport } from './translation-report.ts'
import { type Spent, spentAlso, NOTHING_SPENT } from './spending.ts'

/** One publisher in the status. */
export interface PublisherStatus extends PublisherReport {
  readonly id: string
  readonly name: Words
}

export interface EndpointStatus extends EndpointReport {
  readonly id: string
}

/** Everything the desk gathered, with the moment it did. */
export interface Status {
  readonly asOf: string
  readonly publishers: readonly PublisherStatus[]
  readonly endpoints: readonly EndpointStatus[]
  /** Where the operator has set it up. */
  readonly translation?: TranslationReport
  /** Publishers and endpoints whose objects did not answer. */
  readonly silent: readonly string[]
  readonly budget: {
    readonly plan: Plan
    readonly day: string
    readonly kvWrites: number
    readonly rowsWritten: number
  }
}

/** Whom the desk asks. */
export interface StatusWorld {
  readonly publishers: readonly {
    readonly id: string
    readonly name: Words
  }[]
  /** Operators' endpoints and watches' feeds. */
  readonly endpoints: readonly string[]
  readonly publisher: (id: string) => Promise<PublisherReport>
  readonly endpoint: (name: string) => Promise<EndpointReport>
  readonly front: () => Promise<{ readonly spent: Spent }>
  /** Absent where no machine translation is set up. */
  readonly translation?: () => Promise<TranslationReport | undefined>
  readonly plan: Plan
  readonly now: Date
}

/** Asks every object once; one that does not answer is named, and hides no other. */
export async function gatherStatus(world: StatusWorld): Promise<Status> {
  const silent: string[] = []
  const ask = async <T>(name: string, question: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await question()
    } catch (error) {
      logFault({ at: 'status', name }, error)
      silent.push(name)
      return undefined
    }
  }
  const [publishers, endpoints, front, translation] = await Promise.all([
    Promise.all(
      world.publishers.map(async ({ id, name }) => {
        const report = await ask(id, () => world.publisher(id))
        return report === undefined ? [] : [{ id, name, ...report }]
      }),
    ),
    Promise.all(
      world.endpoints.map(async (id) => {
        const report = await ask(id, () => world.endpoint(id))
        return report === undefined ? [] : [{ id, ...report }]
      }),
    ),
    ask('front', world.front),
    world.translation === undefined ? undefined : ask('translator', world.translation),
  ])
  const day = dayOf(world.now)
  const spent = [
    ...publishers.flat().map((one) => one.spent),
    ...(front === undefined ? [] : [front.spent]),
  ]
    .filter((one) => one.day === day)
    .reduce((sum, one) => spentAlso(sum, one, day), { ...NOTHING_SPENT, day })
  return {
    asOf: world.now.toISOString(),
    publishers: publishers.flat(),
    endpoints: endpoints.flat(),
    ...(translation === undefined ? {} : { translation }),
    silent,
    budget: { plan: world.plan, ...spent },
  }
}
