import type { Endpoint } from '../../deliveries/endpoint.ts'
import type { EndpointStatus } from '../../objects/desk-status.ts'
import type { Language } from '../../text/language.ts'
import { MachineText } from '../mixed-text.tsx'
import { NextProbe } from '../next-probe.tsx'
import { pagePath } from '../page-path.ts'
import { PAGE_WORDS } from '../words-table.ts'
import { type DeskProps, DeskLayout } from './desk-layout.tsx'
import { deskWords } from './desk-words.ts'
import { FailureWords } from './failure-words.tsx'
import { type EndpointDraft, EndpointForm } from './endpoint-form.tsx'
import { type FormView, Input } from './form-field.tsx'
import { PostButton, RemoveButton } from './post-button.tsx'

/** An endpoint as the API shows it: its address and secret masked. */
type MaskedEndpoint = Pick<Endpoint, 'id' | 'kind' | 'url'>

interface EndpointsPageProps extends DeskProps, FormView {
  readonly draft: EndpointDraft
  readonly isNew: boolean
  readonly endpoints: readonly MaskedEndpoint[]
  /** Of the operator's feed of states; null where none was made. */
  readonly ownFeeds: { readonly rss: string; readonly atom: string; readonly json: string } | null
  readonly status: readonly Pick<
    EndpointStatus,
    'id' | 'state' | 'reason' | 'words' | 'pending' | 'nextProbe'
  >[]
}

/** Where alerts go: one to set up and test, and those that there are. */
export function EndpointsPage(props: EndpointsPageProps) {
  const { lang, now, draft, isNew, refusal, endpoints, status } = props
  const t = deskWords(lang)
  return (
    <DeskLayout {...props} path="/desk/endpoints" title={t('endpoints')}>
      <h2>{isNew ? t('newEndpoint') : draft.id}</h2>
      <EndpointForm {...{ lang, draft, isNew, refusal }} />
      {!isNew && <EndpointDeeds {...props} />}
      {isNew && endpoints.length === 0 && <p class="quiet">{t('noEndpoints')}</p>}
      <div id="live" data-refresh="20">
        {endpoints.map((endpoint) => (
          <EndpointPart
            {...{ lang, now, endpoint }}
            known={status.find(({ id }) => id === endpoint.id)}
          />
        ))}
      </div>
      {isNew && <OwnStates {...props} />}
    </DeskLayout>
  )
}

/** What is done with one endpoint besides saving it. */
function EndpointDeeds({ lang, draft, refusal }: EndpointsPageProps) {
  const t = deskWords(lang)
  const form = { lang, refusal }
  const to = (action: string) => pagePath(`/desk/endpoints/${draft.id}/${action}`, lang)
  return (
    <>
      {draft.secret.startsWith('whsec_') && (
        <form method="post" action={to('rotate-secret')} class="card line" data-swap>
          <Input {...form} name="graceHours" says="graceHours" type="number" value="24" />
          <button class="plain">{t('rotateSecret')}</button>
        </form>
      )}
      <form method="post" action={to('replay')} class="card line" data-swap>
        <Input {...form} name="since" says="replaySince" type="datetime-local" required={true} />
        <button class="plain">{t('replayAll')}</button>
      </form>
    </>
  )
}

/** The feed of states that speaks of endpoints too, whose address is its key. */
function OwnStates({ lang, ownFeeds }: EndpointsPageProps) {
  const t = deskWords(lang)
  const label = ownFeeds === null ? t('makeOwnStates') : t('rotate')
  return (
    <section class="card">
      <h2>{t('ownStates')}</h2>
      <p class="quiet">{t('ownStatesHint')}</p>
      {ownFeeds !== null && (
        <p>
          <a href={ownFeeds.atom}>Atom</a> <a href={ownFeeds.rss}>RSS</a>{' '}
          <a href={ownFeeds.json}>JSON</a>
        </p>
      )}
      <PostButton action={pagePath('/desk/endpoints/own-states', lang)} label={label} />
    </section>
  )
}

function EndpointPart({
  lang,
  now,
  endpoint: { id, kind, url },
  known,
}: {
  readonly lang: Language
  readonly now: Date
  readonly endpoint: MaskedEndpoint
  readonly known: EndpointsPageProps['status'][number] | undefined
}) {
  const t = deskWords(lang)
  const words = PAGE_WORDS[lang]
  const state = known?.state ?? 'unknown'
  const to = (action: string) => pagePath(`/desk/endpoints/${id}/${action}`, lang)
  return (
    <section class="card">
      <h2>
        <a href={pagePath(`/desk/endpoints/${id}`, lang)}>
          <MachineText text={id} />
        </a>
      </h2>
      <p>
        <strong class={`state ${state}`}>{words.endpointStates[state]}</strong>
        {known !== undefined && (
          <FailureWords {...{ lang }} reason={known.reason} words={known.words} />
        )}
      </p>
      {known !== undefined && known.nextProbe !== null && (
        <NextProbe at={known.nextProbe} {...{ lang, now }} />
      )}
      <p class="quiet">
        <MachineText text={kind} /> {'\u00B7'} <MachineText text={url} /> {'\u00B7'} {words.pending}
        : {known?.pending ?? '?'} {'\u00B7'}{' '}
        <a href={`${pagePath('/desk/deliveries', lang)}&endpoint=${id}`}>{t('deliveries')}</a>
      </p>
      <div class="buttons">
        <PostButton action={to('test')} label={t('sendTest')} />
        <RemoveButton {...{ lang }} action={to('delete')} />
      </div>
    </section>
  )
}
