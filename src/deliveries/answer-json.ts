import { member, parseJson } from '../text/json.ts'
import type { Answer } from './delivery.ts'

/** A member of an answer's JSON, however deep; undefined where it is not there or not JSON. */
export function answered({ body }: Pick<Answer, 'body'>, ...path: readonly string[]): unknown {
  return path.reduce(member, parseJson(body))
}
