import { TRANSLATION_PROVIDERS } from '../../statements/translator.ts'
import { MachineText } from '../mixed-text.tsx'
import { pagePath } from '../page-path.ts'
import type { Words } from '../../text/language.ts'
import { type DeskProps, DeskLayout } from './desk-layout.tsx'
import { deskWords } from './desk-words.ts'
import { Checks, Choice, type FormView, Input } from './form-field.tsx'
import { RemoveButton } from './post-button.tsx'

/** The setting as its form holds it. */
export interface TranslationDraft extends Readonly<
  Record<'provider' | 'url' | 'key' | 'model' | 'afterHours' | 'daily', string>
> {
  readonly flags: readonly string[]
}

/** How it goes, as the status tells the operator. */
interface TranslationGoing {
  readonly asked: number
  readonly daily: number
  readonly waiting: number
  readonly failing: { readonly detail: string; readonly words: Words } | null
}

interface TranslationPageProps extends DeskProps, FormView {
  readonly draft: TranslationDraft
  /** Undefined where no machine translation is set up. */
  readonly going: TranslationGoing | undefined
  readonly isSet: boolean
}

const NAMES = { libretranslate: 'LibreTranslate', 'workers-ai': 'Workers AI' } as const

/** `/desk/translation`: which machine translates, when, and how that goes. */
export function TranslationPage(props: TranslationPageProps) {
  const { lang, draft, isSet, refusal } = props
  const t = deskWords(lang)
  const form = { lang, refusal }
  const options = TRANSLATION_PROVIDERS.map((one) => [one, NAMES[one]] as const)
  return (
    <DeskLayout {...props} path="/desk/translation" title={t('translation')}>
      <p class="lead">{t('translationLead')}</p>
      <Going {...props} />
      <form method="post" action={pagePath('/desk/translation/save', lang)} class="card" data-swap>
        <Choice
          {...form}
          name="provider"
          says="mtProvider"
          value={draft.provider}
          {...{ options }}
        />
        <div class="line">
          <Input {...form} name="url" says="mtUrl" value={draft.url} machine={true} />
          <Input {...form} name="key" says="mtKey" value={draft.key} type="password" />
        </div>
        <Input {...form} name="model" says="mtModel" value={draft.model} machine={true} />
        <div class="line">
          <Input
            {...form}
            name="afterHours"
            says="mtAfterHours"
            value={draft.afterHours}
            type="number"
          />
          <Input {...form} name="daily" says="mtDaily" value={draft.daily} type="number" />
        </div>
        <Checks
          {...form}
          name="flags"
          says="mtFlags"
          options={[
            ['enabled', t('mtEnabled')],
            ['unexpected', t('mtUnexpected')],
          ]}
          chosen={draft.flags}
        />
        <button>{t('save')}</button>
      </form>
      {isSet && (
        <RemoveButton
          lang={lang}
          action={pagePath('/desk/translation/delete', lang)}
          label="mtRemove"
        />
      )}
    </DeskLayout>
  )
}

function Going({ lang, going, isSet }: TranslationPageProps) {
  const t = deskWords(lang)
  if (!isSet) return <p class="quiet">{t('translationOff')}</p>
  if (going === undefined) return <></>
  const { asked, daily, waiting, failing } = going
  return (
    <>
      {failing !== null && (
        <p class="notice failed">
          {failing.words[lang]} <MachineText text={failing.detail} />
        </p>
      )}
      <p class="quiet">
        {t('translationToday')}: {asked} / {daily} {'\u00B7'} {t('translationWaiting')}: {waiting}
      </p>
    </>
  )
}
