import type { Endpoint } from '../deliveries/endpoint.ts'
import {
  FREE_TERMS,
  type Plan,
  SHORTEST_INTERVAL_SECONDS,
  judgeIntervals,
} from '../platform/plan.ts'
import type { Publisher } from '../sources/publisher.ts'
import { type Concept, conceptKeys } from '../watches/concept.ts'
import { QUERY_ERRORS } from '../watches/query-error-table.ts'
import { type WatchSet, censusesOf, termsOf, watchesNaming } from '../watches/watch-set.ts'
import type { Watch } from '../watches/watch.ts'
import type { Words } from '../text/language.ts'
import type { DeskStore } from './desk-store.ts'

/** Why the desk refuses to save something that is well-formed by itself. */
export interface Objection {
  /** HTTP status: 409 where it clashes with what is there, 422 where it names what is not. */
  readonly status: 409 | 422
  readonly message: Words
}

/** The plan, and whether this run is a local one, which costs nothing. */
export interface DeskPlan {
  readonly name: Plan
  readonly isLocal: boolean
}

/** What stands against a publisher: an id that was given before, a taken source, too many polls. */
export function objectionToPublisher(
  publisher: Publisher,
  store: DeskStore,
  plan: DeskPlan,
): Objection | undefined {
  if (store.load('retired', publisher.id) !== undefined) {
    return {
      status: 409,
      message: {
        ar: `المعرّف "${publisher.id}" استُعمل لجهة حُذفت ولا يُعطى مرة أخرى. اختر معرّفًا آخر.`,
        en: `The id "${publisher.id}" belonged to a publisher that was deleted, and ids are not given again. Choose another.`,
      },
    }
  }
  const others = store.list('publisher').filter(({ id }) => id !== publisher.id)
  const taken = publisher.sources.find(({ id }) =>
    others.some((other) => other.sources.some((source) => source.id === id)),
  )
  if (taken !== undefined) {
    return {
      status: 409,
      message: {
        ar: `المصدر "${taken.id}" موجود عند جهة أخرى. اختر له معرّفًا آخر.`,
        en: `Another publisher has a source "${taken.id}" already. Give this one another id.`,
      },
    }
  }
  return (
    objectionToIntervals([...others, publisher], plan.name) ?? objectionToFloor(publisher, plan)
  )
}

/** Shorter than the plan's floor only where the runs are local and cost nothing. */
function objectionToFloor(
  { sources }: Publisher,
  { name, isLocal }: DeskPlan,
): Objection | undefined {
  const floor = SHORTEST_INTERVAL_SECONDS[name]
  const hasty = sources.find(({ interval }) => interval < floor)
  if (isLocal || hasty === undefined) return undefined
  return {
    status: 422,
    message: {
      ar: `فترة المصدر "${hasty.id}" أقصر من ${floor} ثانية، وهي الأقصر في هذه الخطة. اجعلها ${floor} أو أكثر.`,
      en: `The interval of "${hasty.id}" is shorter than ${floor} seconds, the shortest of this plan. Use ${floor} or more.`,
    },
  }
}

function objectionToIntervals(publishers: readonly Publisher[], plan: Plan): Objection | undefined {
  const intervals = publishers
    .filter(({ paused }) => !paused)
    .flatMap(({ sources }) => sources.filter(({ paused }) => !paused))
    .map(({ interval }) => interval)
  const verdict = judgeIntervals(plan, intervals)
  if (verdict.kind === 'fits') return undefined
  return {
    status: 422,
    message: {
      ar: `لا تحتمل الخطة هذه الفترات: ${verdict.sum.ar}. اجعل الفترة ${verdict.shortest} ثانية على الأقل لكل مصدر، أو أوقف بعض المصادر.`,
      en: `The plan does not carry these intervals: ${verdict.sum.en}. Use ${verdict.shortest} seconds or more for each source, or pause some.`,
    },
  }
}

/**
 * What stands against a watch: an endpoint or publisher that does not exist, a query that is not
 * understood, more terms than the plan carries.
 * @param after the set as it would be
 */
export function objectionToWatch(
  watch: Watch,
  after: WatchSet,
  store: DeskStore,
  plan: Plan,
): Objection | undefined {
  const endpoint = watch.endpoints.find((id) => store.load('endpoint', id) === undefined)
  if (endpoint !== undefined) {
    return {
      status: 422,
      message: {
        ar: `لا توجد وجهة باسم "${endpoint}". أنشئها أولًا.`,
        en: `There is no endpoint "${endpoint}". Create it first.`,
      },
    }
  }
  const censuses = censusesOf(after)
  const own = censuses.find((one) => one.watch.id === watch.id)
  if (own?.kind === 'refused') return { status: 422, message: QUERY_ERRORS[own.error.reason] }
  const named = [...watch.publishers, ...(own?.census.publishers ?? [])]
  const publisher = named.find((id) => store.load('publisher', id) === undefined)
  if (publisher !== undefined) {
    return {
      status: 422,
      message: {
        ar: `لا توجد جهة باسم "${publisher}". أنشئها أولًا.`,
        en: `There is no publisher "${publisher}". Create it first.`,
      },
    }
  }
  return objectionToTerms(termsOf(censuses), plan)
}

/** What stands against a concept: a name taken, a watch that would not be understood, the plan. */
export function objectionToConcept(
  concept: Concept,
  after: WatchSet,
  plan: Plan,
): Objection | undefined {
  const keys = conceptKeys(concept)
  const other = after.concepts.find(
    (one) => one.id !== concept.id && conceptKeys(one).some((key) => keys.includes(key)),
  )
  if (other !== undefined) {
    return {
      status: 409,
      message: {
        ar: `المفهوم "${other.id}" له الاسم نفسه. اختر اسمًا آخر.`,
        en: `The concept "${other.id}" has the same name. Choose another.`,
      },
    }
  }
  const censuses = censusesOf(after)
  const lost = censuses.find((one) => one.kind === 'refused')
  if (lost !== undefined) return namedBy(lost.watch)
  return objectionToTerms(termsOf(censuses), plan)
}

/** What stands against the end of a concept: a watch that names it. */
export function objectionToConceptRemoval(id: string, set: WatchSet): Objection | undefined {
  const [user] = watchesNaming(id, set)
  return user === undefined ? undefined : namedBy(user)
}

function namedBy({ id }: Watch): Objection {
  return {
    status: 409,
    message: {
      ar: `المراقبة "${id}" تستعمل هذا المفهوم بهذا الاسم. غيّر سؤالها أولًا.`,
      en: `The watch "${id}" uses this concept by this name. Change its query first.`,
    },
  }
}

function objectionToTerms(terms: number, plan: Plan): Objection | undefined {
  if (plan === 'paid' || terms <= FREE_TERMS) return undefined
  return {
    status: 422,
    message: {
      ar: `تحتمل الخطة المجانية ${FREE_TERMS} كلمة وعبارة في كل المراقبات معًا، وستصبح ${terms}. أزل بعضها، أو اضبط PLAN على "paid".`,
      en: `The free plan carries ${FREE_TERMS} words and phrases in all watches together, and this would make ${terms}. Remove some, or set PLAN to "paid".`,
    },
  }
}

/** What stands against the end of an endpoint: a watch that would tell nobody. */
export function objectionToRemoval(
  endpoint: Endpoint['id'],
  store: DeskStore,
): Objection | undefined {
  const user = store.list('watch').find(({ endpoints }) => endpoints.includes(endpoint))
  if (user === undefined) return undefined
  return {
    status: 409,
    message: {
      ar: `المراقبة "${user.id}" ترسل إلى هذه الوجهة. أزلها من المراقبة أولًا.`,
      en: `The watch "${user.id}" sends to this endpoint. Take it out of the watch first.`,
    },
  }
}
