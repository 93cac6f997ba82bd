import { CHANGE_KINDS } from '../../statements/change.ts'
import { LANGUAGES, type Words } from '../../text/language.ts'
import type { Watch } from '../../watches/watch.ts'
import { pagePath } from '../page-path.ts'
import { PAGE_WORDS } from '../words-table.ts'
import { deskWords } from './desk-words.ts'
import { Checks, type FormView, Input, TextArea } from './form-field.tsx'
import { type Hits, HitsPart } from './hits.tsx'

/** A watch as its form holds it; an empty id is a new one. */
export type WatchDraft = Watch

interface WatchFormProps extends FormView {
  readonly draft: WatchDraft
  readonly isNew: boolean
  readonly hits: Hits | undefined
  readonly publishers: readonly { readonly id: string; readonly name: Words }[]
  readonly endpoints: readonly { readonly id: string }[]
}

/** The question, what it catches, and what is done about it. */
export function WatchForm(props: WatchFormProps) {
  const { lang, draft, isNew, hits, refusal, endpoints } = props
  const t = deskWords(lang)
  const form = { lang, refusal }
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
      <TextArea {...form} name="query" says="question" value={draft.query} required={true} />
      <button class="plain" formaction={pagePath('/desk/watches/try', lang)}>
        {t('tryIt')}
      </button>
      <HitsPart {...form} hits={hits} />
      {endpoints.length === 0 ? (
        <p class="quiet">{t('noEndpointsYet')}</p>
      ) : (
        <Checks {...form} name="endpoints" says="tell" {...idsOf(endpoints, draft.endpoints)} />
      )}
      <Input {...form} name="name" says="watchName" value={draft.name} />
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
  const { languageNames } = PAGE_WORDS[lang]
  const form = { lang, refusal }
  return (
    <details open={refusal !== undefined}>
      <summary>{t('watchLimits')}</summary>
      <Checks
        {...form}
        name="changes"
        says="changes"
        options={CHANGE_KINDS.map((kind) => [kind, t(`changes.${kind}`)] as const)}
        chosen={draft.changes}
      />
      <Checks
        {...form}
        name="publishers"
        says="onlyPublishers"
        options={publishers.map(({ id, name }) => [id, name[lang] || id] as const)}
        chosen={draft.publishers}
      />
      <Checks
        {...form}
        name="languages"
        says="onlyLanguages"
        options={LANGUAGES.map((one) => [one, languageNames[one]] as const)}
        chosen={draft.languages}
      />
      <Checks
        {...form}
        name="public"
        says="ownFeed"
        options={[['true', t('publicFeed')]]}
        chosen={draft.public ? ['true'] : []}
      />
      <Checks
        {...form}
        name="machine"
        says="byMachine"
        options={[['true', t('byMachineToo')]]}
        chosen={draft.machine === true ? ['true'] : []}
      />
      {isNew && <Input {...form} name="id" says="id" value={draft.id} machine={true} />}
    </details>
  )
}

function idsOf(all: readonly { readonly id: string }[], chosen: readonly string[]) {
  return { options: all.map(({ id }) => [id, id] as const), chosen }
}
