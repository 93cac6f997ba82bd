import { completed } from '../../feeds/feed-words.ts'
import type { Status } from '../../objects/desk-status.ts'
import type { Publisher } from '../../sources/publisher.ts'
import { Budget, grouped } from '../budget.tsx'
import { MachineText, MixedText } from '../mixed-text.tsx'
import { needsLook } from '../needs-look.ts'
import { pagePath } from '../page-path.ts'
import { StateMark, StateUnknown, Why } from '../source-list.tsx'
import { TableHead } from '../table-head.tsx'
import { PAGE_WORDS } from '../words-table.ts'
import { type DeskProps, DeskLayout } from './desk-layout.tsx'
import { deskWords } from './desk-words.ts'
import { FailureWords } from './failure-words.tsx'
import { OneBox } from './one-box.tsx'
import { pollingCosts } from './polling-cost.ts'
import { PostButton } from './post-button.tsx'

/** A poll whose alerts wait for a word. */
interface HeldFlood {
  readonly id: string
  readonly publisher: string
  readonly source: string
  /** New statements, and deliveries that wait. */
  readonly fresh: number
  readonly held: number
}

type KnownPublisher = Pick<Publisher, 'id' | 'name' | 'paused'> & {
  readonly sources: readonly Pick<Publisher['sources'][number], 'id' | 'interval' | 'paused'>[]
}

interface OverviewPageProps extends DeskProps {
  readonly publishers: readonly KnownPublisher[]
  readonly hasEndpoints: boolean
  readonly hasWatches: boolean
  readonly floods: readonly HeldFlood[]
  /** Objects that did not answer: what waits there is not known. */
  readonly silent: readonly string[]
  readonly status: Status | undefined
}

/** `/desk`: what waits for the operator, what the day costs, and the one box. */
export function OverviewPage(props: OverviewPageProps) {
  const { lang, status } = props
  const t = deskWords(lang)
  return (
    <DeskLayout {...props} path="/desk" title={t('desk')}>
      <OneBox lang={lang} />
      <NextStep {...props} />
      <div id="live" data-refresh="20">
        <Waiting {...props} />
        {status === undefined ? (
          <StateUnknown lang={lang} />
        ) : (
          <Budget {...{ lang }} budget={status.budget} />
        )}
        <Savings {...props} />
      </div>
    </DeskLayout>
  )
}

/** The way of a newcomer: a site, a place to tell, a question. */
function NextStep({ lang, publishers, hasEndpoints, hasWatches }: OverviewPageProps) {
  const t = deskWords(lang)
  if (publishers.length > 0 && hasEndpoints && hasWatches) return <></>
  return (
    <p class="notice">
      <strong>{t('nextStep')}:</strong>{' '}
      {publishers.length === 0 ? (
        t('stepSource')
      ) : hasEndpoints ? (
        <a href={pagePath('/desk/watches', lang)}>{t('stepWatch')}</a>
      ) : (
        <a href={pagePath('/desk/endpoints', lang)}>{t('stepEndpoint')}</a>
      )}
    </p>
  )
}

/** Nothing arrives there, or the last message did not. */
const ILL_ENDPOINTS: ReadonlySet<string> = new Set(['failing', 'disabled'])

function Waiting({ lang, floods, silent, status }: OverviewPageProps) {
  const t = deskWords(lang)
  const troubled = (status?.publishers ?? []).flatMap(({ id, name, sources }) =>
    sources
      .filter(({ state }) => needsLook(state))
      .map((source) => ({ ...source, publisher: completed(name, id) })),
  )
  const dead = (status?.endpoints ?? []).reduce(
    (sum, { results }) => sum + (results['abandoned'] ?? 0),
    0,
  )
  const shut = (status?.endpoints ?? []).filter(({ state }) => ILL_ENDPOINTS.has(state))
  const waiting = [floods, troubled, shut, silent].some((list) => list.length > 0) || dead > 0
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('needsYou')}</h2>
      {!waiting && status !== undefined && <p>{t('allCalm')}</p>}
      <ul class="sources">
        {floods.map((flood) => (
          <FloodLine {...{ lang, flood }} />
        ))}
        {troubled.map(({ id, publisher, state, reason, words: why }) => (
          <li>
            <span class="source-name">
              <MixedText text={publisher[lang]} language={lang} /> <MachineText text={id} />
            </span>
            <StateMark state={state} words={PAGE_WORDS[lang]} />
            <Why {...{ state, reason, lang }} words={why} />
          </li>
        ))}
        {shut.map(({ id, state, reason, words }) => (
          <li>
            <a href={pagePath('/desk/endpoints', lang)}>
              <MachineText text={id} />
            </a>
            <strong class={`state ${state}`}>{PAGE_WORDS[lang].endpointStates[state]}</strong>
            <FailureWords {...{ lang, reason, words }} />
          </li>
        ))}
        {silent.length > 0 && (
          <li>
            {t('silentParts')}: <MachineText text={[...new Set(silent)].join(', ')} />
          </li>
        )}
        {dead > 0 && (
          <li>
            <a href={`${pagePath('/desk/deliveries', lang)}&state=abandoned`}>
              {dead} {t('deadLetters')}
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}

function FloodLine({
  lang,
  flood: { id, source, fresh, held },
}: Pick<DeskProps, 'lang'> & { readonly flood: HeldFlood }) {
  const t = deskWords(lang)
  const to = (how: string) => pagePath(`/desk/floods/${id}/${how}`, lang)
  return (
    <li>
      <span>
        {t('flood')}: <MachineText text={source} />. {t('floodFresh')}: {fresh} {'\u00B7'}{' '}
        {t('floodHeld')}: {held}
      </span>
      <span class="buttons">
        <PostButton action={to('release')} label={t('release')} />
        <PostButton action={to('dismiss')} label={t('dismiss')} />
      </span>
    </li>
  )
}

const DEAREST = 5

/** Only a plan with a daily limit gives a reason to poll less often. */
function Savings({ lang, publishers, status }: OverviewPageProps) {
  const t = deskWords(lang)
  if (status?.budget.plan !== 'free') return <></>
  const costs = pollingCosts(
    publishers.flatMap(({ paused, sources }) =>
      sources.map((source) => ({ ...source, paused: paused || source.paused })),
    ),
  )
  return (
    <details>
      <summary>{t('saving')}</summary>
      <p class="quiet">{t('savingHint')}</p>
      <table>
        <TableHead columns={[t('sources'), t('interval'), t('rowsADay'), t('saves')]} />
        <tbody>
          {costs.slice(0, DEAREST).map(({ id, interval, rows, saves }) => (
            <tr>
              <th scope="row">
                <MachineText text={id} />
              </th>
              <td>{interval}</td>
              <td>{grouped(rows)}</td>
              <td>{grouped(saves)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
