import { CHANGE_KINDS } from '../../statements/change.ts'
import { LANGUAGES } from '../../text/language.ts'
import type { Watch } from '../../watches/watch.ts'
import { pagePath } from '../page-path.ts'
import { PAGE_WORDS } from '../words-table.ts'
import type { DeskProps } from './desk-layout.tsx'
import { deskWords } from './desk-words.ts'
import { Checks, Input, TextArea } from './form-field.tsx'
import { type Hits, HitsPart } from './hits.tsx'
import type { DeskRefusal } from './refusal.ts'

/** A watch as its form holds it; an empty id is a new one. */
export type WatchDraft = Watch

interface WatchFormProps extends Pick<DeskProps, 'lang'> {
  readonly draft: WatchDraft
  readonly isNew: boolean
  readonly hits: Hits | undefined
  readonly refusal: DeskRefusal | undefined
  readonly publishers: readonly { readonly id: string }[]
  readonly endpoints: readonly { readonly id: string }[]
}

/** The question, what it catches, and what is done about it. */
export function WatchForm(props: WatchFormProps) {
  const { lang, draft, isNew, hits, refusal, endpoints } = props
  const t = deskWords(lang)
  return (
    <form
      method="post"
      action={pagePath('/desk/watches/save', lang)}
      class="card"
      data-swap
      data-live={pagePath('/desk/watches/try', lang)}
      data-into="hits"
    >
      {!isNew && <input type="hidden" name="id" value={draft.id} />}
      <TextArea
        {...{ lang, refusal }}
        name="query"
        label={t('question')}
        hint={t('questionHint')}
        value={draft.query}
        required={true}
      />
      <button class="plain" formaction={pagePath('/desk/watches/try', lang)}>
        {t('tryIt')}
      </button>
      <HitsPart {...{ lang, hits, refusal }} />
      {endpoints.length === 0 ? (
        <p class="quiet">{t('noEndpointsYet')}</p>
      ) : (
        <Checks
          name="endpoints"
          legend={t('tell')}
          options={endpoints.map(({ id }) => [id, id] as const)}
          chosen={draft.endpoints}
        />
      )}
      <Input {...{ lang, refusal }} name="name" label={t('name')} value={draft.name} />
      <Limits {...props} />
      <p class="buttons">
        <button>{t('save')}</button>
      </p>
    </form>
  )
}

/** What most watches leave as it is. */
function Limits({ lang, draft, isNew, refusal, publishers }: WatchFormProps) {
  const t = deskWords(lang)
  const words = PAGE_WORDS[lang]
  return (
    <details>
      <summary>{t('onlyPublishers')} …</summary>
      <Checks
        name="changes"
        legend={t('changes')}
        options={CHANGE_KINDS.map((kind) => [kind, kind] as const)}
        chosen={draft.changes}
      />
      <Checks
        name="publishers"
        legend={t('onlyPublishers')}
        options={publishers.map(({ id }) => [id, id] as const)}
        chosen={draft.publishers}
      />
      <Checks
        name="languages"
        legend={t('onlyLanguages')}
        options={LANGUAGES.map((one) => [one, words.languageNames[one]] as const)}
        chosen={draft.languages}
      />
      <Checks
        name="public"
        legend={t('ownFeed')}
        options={[['true', t('publicFeed')]]}
        chosen={draft.public ? ['true'] : []}
      />
      {isNew && (
        <Input
          {...{ lang, refusal }}
          name="id"
          label={t('id')}
          hint={t('idHint')}
          value={draft.id}
          machine={true}
        />
      )}
    </details>
  )
}
