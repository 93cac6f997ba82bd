import type { BayanEnv } from '../platform/env.ts'
import { loadDetails } from '../platform/load-details.ts'
import { detailWords } from '../sources/detail-words.ts'
import type { PollReport } from './publisher-round.ts'

/** A poll as its operator is told of it: why it was refused in both languages. */
export interface ToldPoll extends Omit<PollReport, 'detail'> {
  readonly detail: string | null
  readonly detail_ar: string | null
}

export async function tellPolls(
  reports: readonly PollReport[],
  env: BayanEnv,
): Promise<ToldPoll[]> {
  if (reports.some(({ detail }) => detail !== null)) await loadDetails(env)
  return reports.map(({ detail, ...report }) => {
    const told = detail === null ? null : detailWords(detail)
    return { ...report, detail: told?.en ?? null, detail_ar: told?.ar ?? null }
  })
}
