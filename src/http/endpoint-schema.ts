import * as v from 'valibot'
import { ENDPOINT_KIND_NAMES } from '../deliveries/endpoint.ts'
import { parseClock } from '../deliveries/local-time.ts'
import { isZone } from '../text/time-zone.ts'

const clock = v.pipe(
  v.string('clock'),
  v.check((text) => parseClock(text) !== undefined, 'clock'),
)

/** The form in which times are kept, so that they can be compared as text. */
const instant = v.pipe(v.string('instant'), v.isoTimestamp('instant'), v.transform(normalised))

function normalised(text: string): string {
  return new Date(text).toISOString()
}

/** A whole number within bounds; what is said of another names them. */
export function whole(from: number, to: number) {
  const bounds = `whole ${from} ${to}`
  return v.pipe(
    v.number(bounds),
    v.integer(bounds),
    v.minValue(from, bounds),
    v.maxValue(to, bounds),
  )
}

const A_DAY = 86_400

const policy = v.strictObject({
  zone: v.optional(v.pipe(v.string('zone'), v.maxLength(60, 'zone'), v.check(isZone, 'zone'))),
  group: v.optional(whole(1, A_DAY)),
  digest: v.optional(
    v.strictObject({ every: v.picklist(['hour', 'day']), at: v.optional(clock, '00:00') }),
  ),
  quiet: v.optional(v.strictObject({ from: clock, to: clock })),
  muteUntil: v.optional(instant),
  hourly: v.optional(whole(1, 1_000)),
  repeat: v.optional(whole(1, 30 * A_DAY)),
  backlog: v.optional(whole(0, 1_000)),
  revisions: v.optional(v.picklist(['edit', 'new'])),
})

/** Goes into one line of a header or an address: what it holds must be one line. */
export const line = (length: number) =>
  v.pipe(
    v.string('type'),
    v.maxLength(length, 'long'),
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    v.regex(/^[^\u0000-\u001F\u007F]*$/, 'line'),
  )

/** What an endpoint may hold; `id` as every other setting has it. */
export const endpointEntries = {
  kind: v.picklist(ENDPOINT_KIND_NAMES, ({ input }) =>
    input === 'feed' ? 'feed' : 'endpointKind',
  ),
  url: v.optional(line(2_000), ''),
  secret: v.optional(line(1_000), ''),
  to: v.optional(line(500)),
  from: v.optional(line(200)),
  format: v.optional(v.picklist(['cloudevents'])),
  graceEnds: v.optional(instant),
  pace: v.optional(v.pipe(v.number('pace'), v.gtValue(0, 'pace'), v.maxValue(50, 'pace'))),
  policy: v.optional(policy),
  notices: v.optional(v.boolean('boolean'), false),
}
