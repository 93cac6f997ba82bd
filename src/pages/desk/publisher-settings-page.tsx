import type { Publisher } from '../../sources/publisher.ts'
import { LANGUAGES } from '../../text/language.ts'
import { MachineText } from '../mixed-text.tsx'
import { pagePath } from '../page-path.ts'
import { type DeskProps, DeskLayout } from './desk-layout.tsx'
import { deskWords } from './desk-words.ts'
import { Choice, type FormView, Input } from './form-field.tsx'
import { type PairToJudge, PairsPart } from './pairs-part.tsx'
import { RemoveButton } from './post-button.tsx'
import { type VolatilePart, VolatileParts } from './volatile-parts.tsx'

/** A publisher as its form holds it. */
export type PublisherDraft = Readonly<
  Record<'id' | 'ar' | 'en' | 'site' | 'hours' | 'trust', string>
>

interface PublisherSettingsPageProps extends DeskProps, FormView {
  readonly draft: PublisherDraft
  readonly sources: readonly Pick<Publisher['sources'][number], 'id'>[]
  /** Undefined where the publisher's object did not answer. */
  readonly pairs: readonly PairToJudge[] | undefined
  readonly parts: readonly VolatilePart[] | undefined
}

/** `/desk/publishers/{id}`: its name, and all that only the operator can judge of what it says. */
export function PublisherSettingsPage(props: PublisherSettingsPageProps) {
  const { lang, draft, sources, pairs, parts, refusal } = props
  const t = deskWords(lang)
  const form = { lang, refusal }
  const to = (action: string) => pagePath(`/desk/publishers/${draft.id}/${action}`, lang)
  return (
    <DeskLayout {...props} path={`/desk/publishers/${draft.id}`} title={draft[lang] || draft.id}>
      <SettingsForm {...form} draft={draft} action={to('save')} />
      <p>
        {t('sources')}:{' '}
        {sources.map(({ id }) => (
          <>
            <a href={pagePath(`/desk/sources/${draft.id}/${id}`, lang)}>
              <MachineText text={id} />
            </a>{' '}
          </>
        ))}
      </p>
      <PairsPart {...form} {...{ pairs, to }} />
      <VolatileParts {...{ lang, parts }} action={to('volatile')} />
      <section aria-labelledby="erase">
        <h2 id="erase">{t('erase')}</h2>
        <p class="quiet">{t('eraseLead')}</p>
        <details class="remove">
          <summary>{t('eraseStatement')}</summary>
          <form method="post" action={to('erase-statement')} class="card line" data-swap>
            <Input {...form} name="statement" says="statementId" machine={true} required={true} />
            <Input {...form} name="reason" says="eraseReason" required={true} />
            <button class="plain">{t('eraseSure')}</button>
          </form>
        </details>
        <RemoveButton lang={lang} action={to('erase')} label="eraseAll" />
      </section>
    </DeskLayout>
  )
}

interface SettingsFormProps extends FormView {
  readonly draft: PublisherDraft
  readonly action: string
}

/** What the operator says of a publisher itself. */
function SettingsForm({ draft, action, ...form }: SettingsFormProps) {
  const t = deskWords(form.lang)
  return (
    <form method="post" action={action} class="card" data-swap>
      <div class="line">
        {LANGUAGES.map((one) => (
          <Input
            {...form}
            name={`name.${one}`}
            says={one === 'ar' ? 'nameAr' : 'nameEn'}
            value={draft[one]}
            required={true}
          />
        ))}
      </div>
      <div class="line">
        <Input {...form} name="site" says="site" value={draft.site} machine={true} />
        <Input
          {...form}
          name="divergenceHours"
          says="divergenceHours"
          value={draft.hours}
          type="number"
        />
        <Choice
          {...form}
          name="trust"
          says="trust"
          value={draft.trust}
          options={[
            ['low', t('trustLow')],
            ['normal', t('trustNormal')],
            ['high', t('trustHigh')],
          ]}
        />
      </div>
      <button>{t('save')}</button>
    </form>
  )
}
