import { logFault, traceOf } from '../platform/log-fault.ts'
import { problem } from './problem.ts'

/** The answer to a request that a bug stopped. */
export function fault(error: unknown): Response {
  logFault({ at: 'http' }, traceOf(error))
  return problem(500, 'Fault', {
    en: 'A fault in Bayan stopped this request. The log tells more.',
    ar: 'أوقف خللٌ في بيان هذا الطلب. السجل يوضح السبب.',
  })
}
