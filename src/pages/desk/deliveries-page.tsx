import type { ChangeKind } from '../../statements/change.ts'
import { type Language, directionOf } from '../../text/language.ts'
import { EnglishDetail, MachineText, MixedText } from '../mixed-text.tsx'
import { Age } from '../moment.tsx'
import { pagePath, statementPath } from '../page-path.ts'
import { type DeskProps, DeskLayout } from './desk-layout.tsx'
import { type DeskWord, deskWords } from './desk-words.ts'
import { AttemptError, FailureWords } from './failure-words.tsx'
import { Choice } from './form-field.tsx'
import { PostButton } from './post-button.tsx'

/** A delivery as the API's log shows it. */
interface LoggedDelivery {
  readonly id: string
  readonly alert: string | null
  readonly endpoint: string
  readonly state: string
  readonly reason: string | null
  /** The reason for people. */
  readonly words: Readonly<Record<Language, string>> | null
  readonly joined: string | null
  readonly also: readonly string[]
  readonly next: string | null
  readonly attempts: readonly {
    readonly at: string
    readonly status: number | null
    readonly ms: number
    readonly error: string | null
    readonly error_ar?: string | null | undefined
    readonly answer: string | null
  }[]
  readonly about: {
    readonly kind: 'alert' | 'digest' | 'notice' | 'test'
    readonly watch: { readonly id: string; readonly name: string } | null
    readonly change: ChangeKind | null
    readonly statement: {
      readonly id: string
      readonly language: Language
      readonly title: string
    } | null
    readonly alerts: number
  }
}

interface DeliveriesPageProps extends DeskProps {
  readonly endpoint: string
  readonly state: string
  readonly endpoints: readonly { readonly id: string }[]
  readonly deliveries: readonly LoggedDelivery[]
  readonly cursor: string | null
  /** Endpoints that did not answer: what they hold is not shown. */
  readonly silent: readonly string[]
}

const STATES: Readonly<Record<string, DeskWord>> = {
  pending: 'pending',
  delivered: 'delivered',
  abandoned: 'abandoned',
  joined: 'joined',
}

/** The log: what went where, every attempt, and the button that sends it again. */
export function DeliveriesPage(props: DeliveriesPageProps) {
  const { lang, now, endpoint, state, deliveries, cursor, silent } = props
  const t = deskWords(lang)
  const more = new URLSearchParams({ lang, endpoint, state, cursor: cursor ?? '' })
  return (
    <DeskLayout {...props} path="/desk/deliveries" title={t('deliveries')}>
      <Filter {...props} />
      <div id="live" data-refresh="10">
        {silent.length > 0 && (
          <p class="notice">
            {t('silentEndpoints')}: <MachineText text={silent.join(', ')} />
          </p>
        )}
        {deliveries.length === 0 && <p class="notice">{t('noDeliveries')}</p>}
        <ol class="rows">
          {deliveries.map((delivery) => (
            <DeliveryPart {...{ lang, now, delivery }} />
          ))}
        </ol>
      </div>
      {cursor !== null && (
        <p>
          <a href={`/desk/deliveries?${more.toString()}`}>{t('older')}</a>
        </p>
      )}
    </DeskLayout>
  )
}

function Filter({ lang, endpoint, state, endpoints }: DeliveriesPageProps) {
  const t = deskWords(lang)
  return (
    <form method="get" action="/desk/deliveries" class="card line">
      <input type="hidden" name="lang" value={lang} />
      <Choice
        {...{ lang }}
        name="endpoint"
        says="endpoint"
        value={endpoint}
        options={[['', t('allEndpoints')], ...endpoints.map(({ id }) => [id, id] as const)]}
      />
      <Choice
        {...{ lang }}
        name="state"
        says="state"
        value={state}
        options={[
          ['', t('allStates')],
          ...Object.entries(STATES).map(([one, word]) => [one, t(word)] as const),
        ]}
      />
      <button class="plain">{t('filter')}</button>
    </form>
  )
}

interface DeliveryPartProps {
  readonly lang: Language
  readonly now: Date
  readonly delivery: LoggedDelivery
}

function DeliveryPart({ lang, now, delivery }: DeliveryPartProps) {
  const t = deskWords(lang)
  const { id, endpoint, state, reason, words, joined, also, next, attempts, about } = delivery
  const last = attempts.at(-1)
  const word = Object.hasOwn(STATES, state) ? STATES[state] : undefined
  const to = (action: string) => pagePath(`/desk/deliveries/${id}/${action}`, lang)
  return (
    <li class="card" id={id}>
      <Heading {...{ lang, about }} />
      <p>
        <strong class={`state ${stateClass(state)}`}>{word === undefined ? state : t(word)}</strong>{' '}
        {'\u00B7'} {t('endpoint')}: <MachineText text={endpoint} />
        {last !== undefined && (
          <>
            {' \u00B7 '}
            <Age at={last.at} {...{ lang, now }} />
          </>
        )}
        <FailureWords {...{ lang, reason, words }} />
      </p>
      {joined !== null && (
        <p>
          {t('toldBy')}: <MachineText text={joined} />
        </p>
      )}
      {also.length > 0 && (
        <p>
          {t('tellsAlso')}: <MachineText text={also.join(', ')} />
        </p>
      )}
      {next !== null && (
        <p>
          {t('next')}: <Age at={next} {...{ lang, now }} />
        </p>
      )}
      <Attempts {...{ lang, now, delivery }} />
      <div class="buttons">
        {state === 'pending' ? (
          <PostButton action={to('cancel')} label={t('cancel')} />
        ) : (
          <PostButton action={to('replay')} label={t('replay')} />
        )}
      </div>
    </li>
  )
}

/** What it tells: the statement's title in its own language, and which watch asked. */
function Heading({
  lang,
  about: { kind, watch, change, statement, alerts },
}: Pick<DeliveryPartProps, 'lang'> & Pick<LoggedDelivery, 'about'>) {
  const t = deskWords(lang)
  return (
    <>
      {statement === null ? (
        <h2>
          {t(`about.${kind}`)}
          {kind === 'digest' && `: ${alerts}`}
        </h2>
      ) : (
        <h2 lang={statement.language} dir={directionOf(statement.language)}>
          <a href={pagePath(statementPath(statement.id), lang)}>
            <MixedText text={statement.title} language={statement.language} />
          </a>
        </h2>
      )}
      {watch !== null && (
        <p class="quiet">
          {change !== null && `${t(`changes.${change}`)} \u00B7 `}
          {t('watch')}:{' '}
          <a href={pagePath(`/desk/watches/${watch.id}`, lang)}>
            <MixedText text={watch.name} language={lang} />
          </a>
        </p>
      )}
    </>
  )
}

function Attempts({ lang, now, delivery: { id, alert, attempts } }: DeliveryPartProps) {
  return (
    <details>
      <summary>
        {deskWords(lang)('attempts')}: {attempts.length}
      </summary>
      <MachineText text={alert === null ? id : `${id} ${alert}`} />
      <ol>
        {attempts.map((attempt) => (
          <li>
            <Age at={attempt.at} {...{ lang, now }} />:{' '}
            <MachineText text={`${attempt.status ?? '\u2013'}, ${attempt.ms} ms`} />
            <AttemptError {...{ lang, attempt }} />
            {attempt.answer !== null && attempt.answer !== '' && (
              <EnglishDetail text={attempt.answer} />
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** The colours of states are shared with sources and endpoints. */
function stateClass(state: string): string {
  if (state === 'delivered') return 'ok'
  return state === 'abandoned' ? 'failing' : 'waiting'
}
