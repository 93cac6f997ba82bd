import type { Language } from '../../text/language.ts'
import { Layout } from '../layout.tsx'
import { MixedText } from '../mixed-text.tsx'
import { pagePath } from '../page-path.ts'
import { deskWords } from './desk-words.ts'
import { Input } from './form-field.tsx'

interface SignInPageProps {
  readonly lang: Language
  readonly baseUrl: string
  /** Where to go afterwards: a path of the desk. */
  readonly to: string
  /** Why the last attempt failed, or why there is no signing in at all. */
  readonly told?: string | undefined
  /** True where what is told is no failure. */
  readonly isCalm?: boolean
  readonly isOpen: boolean
}

/** The one page of the desk that everybody can see. */
export function SignInPage({ lang, baseUrl, to, told, isCalm = false, isOpen }: SignInPageProps) {
  const t = deskWords(lang)
  return (
    <Layout {...{ lang, baseUrl }} path={to} title={t('signIn')} isPrivate={true}>
      <div class="reading">
        <h1>{t('signIn')}</h1>
        <div role="status">
          {told !== undefined && (
            <p class={isCalm ? 'notice done' : 'notice failed'}>
              <MixedText text={told} language={lang} />
            </p>
          )}
        </div>
        {isOpen && (
          <form method="post" action={pagePath('/desk/sign-in', lang)} class="card">
            <p>
              <MixedText text={t('signInLead')} language={lang} />
            </p>
            <input type="hidden" name="to" value={to} />
            <Input
              {...{ lang }}
              name="token"
              says="token"
              type="password"
              machine={true}
              required={true}
              autofocus={true}
              autocomplete="current-password"
            />
            <button>{t('signIn')}</button>
          </form>
        )}
      </div>
    </Layout>
  )
}
