import { ENDPOINT_KIND_NAMES, type Endpoint } from '../../deliveries/endpoint.ts'
import type { EndpointStatus } from '../../objects/desk-status.ts'
import type { Language } from '../../text/language.ts'
import { EnglishDetail, MachineText } from '../mixed-text.tsx'
import { pagePath } from '../page-path.ts'
import { PAGE_WORDS } from '../words-table.ts'
import { type DeskProps, DeskLayout } from './desk-layout.tsx'
import { deskWords } from './desk-words.ts'
import { Choice, type FormView, Input } from './form-field.tsx'
import { PostButton, RemoveButton } from './post-button.tsx'

/** An endpoint as the API shows it: its address and secret masked. */
type MaskedEndpoint = Pick<Endpoint, 'id' | 'kind' | 'url'>

/** An endpoint as its form holds it. */
export interface EndpointDraft {
  readonly id: string
  readonly kind: string
  readonly url: string
  readonly secret: string
  readonly to: string
  readonly from: string
  readonly pace: string
}

interface EndpointsPageProps extends DeskProps, FormView {
  readonly draft: EndpointDraft
  readonly isNew: boolean
  readonly endpoints: readonly MaskedEndpoint[]
  readonly status: readonly Pick<EndpointStatus, 'id' | 'state' | 'reason' | 'pending'>[]
}

/** Where alerts go: one to set up and test, and those that there are. */
export function EndpointsPage(props: EndpointsPageProps) {
  const { lang, draft, isNew, endpoints, status } = props
  const t = deskWords(lang)
  return (
    <DeskLayout {...props} path="/desk/endpoints" title={t('endpoints')}>
      <h2>{isNew ? t('newEndpoint') : draft.id}</h2>
      <EndpointForm {...props} />
      {isNew && endpoints.length === 0 && <p class="quiet">{t('noEndpoints')}</p>}
      <div id="live" data-refresh="20">
        {endpoints.map((endpoint) => (
          <EndpointPart
            {...{ lang, endpoint }}
            known={status.find(({ id }) => id === endpoint.id)}
          />
        ))}
      </div>
    </DeskLayout>
  )
}

function EndpointForm({ lang, draft, isNew, refusal }: EndpointsPageProps) {
  const t = deskWords(lang)
  const form = { lang, refusal }
  const kinds = ENDPOINT_KIND_NAMES.filter((kind) => kind !== 'feed')
  return (
    <form method="post" action={pagePath('/desk/endpoints/save', lang)} class="card" data-swap>
      {!isNew && <input type="hidden" name="known" value={draft.id} />}
      <div class="line">
        <Choice
          {...form}
          name="kind"
          says="endpointKind"
          value={draft.kind}
          options={kinds.map((kind) => [kind, kind] as const)}
        />
        <Input
          {...form}
          name="url"
          says="hook"
          hint={isNew ? 'hookHint' : 'hookKept'}
          value={draft.url}
          machine={true}
        />
      </div>
      <MoreFields {...form} {...{ draft, isNew }} />
      <p class="buttons">
        <button name="then" value="test">
          {t('saveAndTest')}
        </button>
        <button class="plain">{t('save')}</button>
      </p>
    </form>
  )
}

/** What only some kinds of endpoint need. */
function MoreFields({
  draft,
  isNew,
  ...form
}: FormView & Pick<EndpointsPageProps, 'draft' | 'isNew'>) {
  return (
    <details open={form.refusal !== undefined || !isNew}>
      <summary>{deskWords(form.lang)('endpointMore')}</summary>
      <Input {...form} name="secret" says="secret" value={draft.secret} machine={true} />
      <div class="line">
        <Input {...form} name="to" says="to" value={draft.to} machine={true} />
        <Input {...form} name="from" says="from" value={draft.from} machine={true} />
        <Input {...form} name="pace" says="pace" value={draft.pace} machine={true} />
        {isNew && <Input {...form} name="id" says="id" value={draft.id} machine={true} />}
      </div>
    </details>
  )
}

function EndpointPart({
  lang,
  endpoint: { id, kind, url },
  known,
}: {
  readonly lang: Language
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
        {known !== undefined && known.reason !== null && <EnglishDetail text={known.reason} />}
      </p>
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
