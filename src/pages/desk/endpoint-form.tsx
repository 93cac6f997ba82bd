import { ENDPOINT_KIND_NAMES } from '../../deliveries/endpoint.ts'
import { pagePath } from '../page-path.ts'
import { deskWords } from './desk-words.ts'
import { Checks, Choice, type FormView, Input } from './form-field.tsx'

/** The fields of an endpoint's form, each by its path in what the API takes. */
export const ENDPOINT_FIELDS = [
  'kind',
  'url',
  'secret',
  'to',
  'from',
  'pace',
  'format',
  'notices',
  'policy.zone',
  'policy.group',
  'policy.digest.every',
  'policy.digest.at',
  'policy.quiet.from',
  'policy.quiet.to',
  'policy.muteUntil',
  'policy.hourly',
  'policy.repeat',
  'policy.backlog',
  'policy.revisions',
] as const

/** An endpoint as its form holds it: all texts, '' where nothing is said. */
export type EndpointDraft = Readonly<Record<'id' | (typeof ENDPOINT_FIELDS)[number], string>>

interface EndpointFormProps extends FormView {
  readonly draft: EndpointDraft
  readonly isNew: boolean
}

/** Where alerts go, and when and how much. */
export function EndpointForm({ draft, isNew, ...form }: EndpointFormProps) {
  const t = deskWords(form.lang)
  return (
    <form method="post" action={pagePath('/desk/endpoints/save', form.lang)} class="card" data-swap>
      {!isNew && <input type="hidden" name="known" value={draft.id} />}
      <div class="line">
        <Choice
          {...form}
          name="kind"
          says="endpointKind"
          value={draft.kind}
          options={ENDPOINT_KIND_NAMES.map((kind) => [kind, kind] as const)}
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
      <PolicyFields {...form} {...{ draft, isNew }} />
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
function MoreFields({ draft, isNew, ...form }: EndpointFormProps) {
  const t = deskWords(form.lang)
  return (
    <details open={form.refusal !== undefined || !isNew}>
      <summary>{t('endpointMore')}</summary>
      <Input {...form} name="secret" says="secret" value={draft.secret} machine={true} />
      <div class="line">
        <Input {...form} name="to" says="to" value={draft.to} machine={true} />
        <Input {...form} name="from" says="from" value={draft.from} machine={true} />
        <Input {...form} name="pace" says="pace" value={draft.pace} machine={true} />
        {isNew && <Input {...form} name="id" says="id" value={draft.id} machine={true} />}
        <Choice
          {...form}
          name="format"
          says="format"
          value={draft.format}
          options={[
            ['', 'Standard Webhooks'],
            ['cloudevents', 'CloudEvents'],
          ]}
        />
      </div>
      <Checks
        {...form}
        name="notices"
        says="notices"
        options={[['true', t('noticesToo')]]}
        chosen={[draft.notices]}
      />
    </details>
  )
}

/** When and how much is sent. */
function PolicyFields({ draft, isNew, ...form }: EndpointFormProps) {
  const t = deskWords(form.lang)
  const isSet = ENDPOINT_FIELDS.some((name) => name.startsWith('policy.') && draft[name] !== '')
  const field = <N extends keyof EndpointDraft>(name: N) => ({ ...form, name, value: draft[name] })
  return (
    <details open={isSet || (form.refusal !== undefined && !isNew)}>
      <summary>{t('policy')}</summary>
      <div class="line">
        <Input {...field('policy.zone')} says="zone" machine={true} />
        <Input {...field('policy.quiet.from')} says="quietFrom" type="time" />
        <Input {...field('policy.quiet.to')} says="quietTo" type="time" />
        <Input {...field('policy.muteUntil')} says="muteUntil" type="datetime-local" />
      </div>
      <div class="line">
        <Choice
          {...field('policy.digest.every')}
          says="digest"
          options={[
            ['', t('digestNever')],
            ['hour', t('digestHour')],
            ['day', t('digestDay')],
          ]}
        />
        <Input {...field('policy.digest.at')} says="digestAt" type="time" />
        <Input {...field('policy.group')} says="group" type="number" />
      </div>
      <div class="line">
        <Input {...field('policy.hourly')} says="hourly" type="number" />
        <Input {...field('policy.repeat')} says="repeat" type="number" />
        <Input {...field('policy.backlog')} says="backlog" type="number" />
        <Choice
          {...field('policy.revisions')}
          says="revisions"
          options={[
            ['', t('revisionsEdit')],
            ['new', t('revisionsNew')],
          ]}
        />
      </div>
    </details>
  )
}
