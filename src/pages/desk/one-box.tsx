import { LANGUAGES, type Language } from '../../text/language.ts'
import { PAGE_WORDS } from '../words-table.ts'
import { pagePath } from '../page-path.ts'
import { deskWords } from './desk-words.ts'
import { Choice, Input } from './form-field.tsx'

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
          label={t('address')}
          hint={t('oneBoxHint')}
          machine={true}
          required={true}
        />
        <LanguageChoice {...{ lang }} value={lang} />
        <button>{t('look')}</button>
      </form>
    </section>
  )
}

export function LanguageChoice({
  lang,
  value,
}: {
  readonly lang: Language
  readonly value: Language
}) {
  const options = LANGUAGES.map((one) => [one, PAGE_WORDS[lang].languageNames[one]] as const)
  return (
    <Choice {...{ lang, value, options }} name="language" label={deskWords(lang)('language')} />
  )
}
