import { LANGUAGES, type Language } from '../../text/language.ts'
import { PAGE_WORDS } from '../words-table.ts'
import { pagePath } from '../page-path.ts'
import { deskWords } from './desk-words.ts'
import { Choice, type FormView, Input } from './form-field.tsx'

/** Where everything begins: paste an address, and see. */
export function OneBox({ lang }: { readonly lang: Language }) {
  const t = deskWords(lang)
  return (
    <section aria-labelledby="one-box">
      <h2 id="one-box">{t('oneBox')}</h2>
      <form method="post" action={pagePath('/desk/sources/look', lang)} class="card line" data-swap>
        <Input
          {...{ lang }}
          name="url"
          says="address"
          hint="oneBoxHint"
          machine={true}
          required={true}
        />
        <LanguageChoice {...{ lang }} value={lang} />
        <button>{t('look')}</button>
      </form>
    </section>
  )
}

export function LanguageChoice(props: FormView & { readonly value: Language }) {
  const { lang } = props
  const options = LANGUAGES.map((one) => [one, PAGE_WORDS[lang].languageNames[one]] as const)
  return <Choice {...props} {...{ options }} name="language" says="language" />
}
