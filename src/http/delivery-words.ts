import type table from '../../public/words/deliveries.json'
import type { DeliveryReason } from '../deliveries/delivery-reason.ts'
import type { Words } from '../text/language.ts'
import type { BayanEnv } from '../platform/env.ts'
import { wordsBeside } from './words-beside.ts'

type Table = Readonly<Record<DeliveryReason, readonly string[]>>
/** The compiler asks for a sentence for every reason; an object of another version may have more. */
type Known = typeof table extends Table ? Readonly<Record<string, readonly string[]>> : never

/** Says why a delivery failed, and what to mend; null where all is well or the reason has no words. */
export type TellReason = (reason: string | null) => Words | null

export async function deliveryWords(env: BayanEnv): Promise<TellReason> {
  const words: Known = await wordsBeside('deliveries', env)
  return (reason) => {
    const [en, ar] = reason !== null && Object.hasOwn(words, reason) ? (words[reason] ?? []) : []
    return en === undefined || ar === undefined ? null : { en, ar }
  }
}
