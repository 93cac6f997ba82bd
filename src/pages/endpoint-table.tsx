import type { EndpointStatus, Status } from '../objects/desk-status.ts'
import type { Language } from '../text/language.ts'
import { EnglishDetail, MachineText, MixedText } from './mixed-text.tsx'
import { Age } from './moment.tsx'
import { NextProbe } from './next-probe.tsx'
import { TableHead } from './table-head.tsx'
import { PAGE_WORDS } from './words-table.ts'

interface EndpointTableProps extends Pick<Status, 'endpoints'> {
  readonly lang: Language
  readonly now: Date
}

/** Where alerts go and how that goes; for the operator alone. */
export function EndpointTable({ lang, endpoints, now }: EndpointTableProps) {
  const words = PAGE_WORDS[lang]
  const columns = [words.endpoint, words.state, words.pending, words.oldestPending, words.results]
  return (
    <section>
      <h2>{words.endpoints}</h2>
      {endpoints.length === 0 ? (
        <p>{words.noEndpoints}</p>
      ) : (
        <table class="stacked">
          <TableHead columns={columns} />
          <tbody>
            {endpoints.map((endpoint) => (
              <EndpointRow {...{ endpoint, lang, now }} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface EndpointRowProps {
  readonly endpoint: EndpointStatus
  readonly lang: Language
  readonly now: Date
}

function EndpointRow({ endpoint, lang, now }: EndpointRowProps) {
  const words = PAGE_WORDS[lang]
  const { id, state, reason, words: why, pending, oldestPending, nextProbe, results } = endpoint
  return (
    <tr>
      <th scope="row">
        <MachineText text={id} />
      </th>
      <td data-label={words.state}>
        <strong class={`state ${state}`}>{words.endpointStates[state]}</strong>
        <EndpointWhy {...{ lang, reason, why }} />
        {nextProbe !== null && <NextProbe at={nextProbe} {...{ lang, now }} />}
      </td>
      <td data-label={words.pending}>{pending}</td>
      <td data-label={words.oldestPending}>
        {oldestPending === null ? words.none : <Age at={oldestPending} {...{ lang, now }} />}
      </td>
      <td data-label={words.results}>
        <ul class="counts">
          {Object.entries(results).map(([result, count]) => (
            <li>
              <MachineText text={result} />: {count}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

interface EndpointWhyProps extends Pick<EndpointRowProps, 'lang'> {
  readonly reason: string | null
  readonly why: EndpointStatus['words']
}

/** A sentence where there is one in both languages, else the code of the last failure. */
function EndpointWhy({ lang, reason, why }: EndpointWhyProps) {
  if (why !== null) {
    return (
      <span class="refusal">
        <MixedText text={why[lang]} language={lang} />
      </span>
    )
  }
  return reason === null ? <></> : <EnglishDetail text={reason} />
}
