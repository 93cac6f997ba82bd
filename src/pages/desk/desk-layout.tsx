import type { Child } from '../jsx-runtime.ts'
import type { Language } from '../../text/language.ts'
import { Layout } from '../layout.tsx'
import { MachineText, MixedText } from '../mixed-text.tsx'
import { pagePath } from '../page-path.ts'
import { type DeskWord, deskWords } from './desk-words.ts'
import type { Outcome } from './refusal.ts'

/** What every page of the desk is given. */
export interface DeskProps {
  readonly lang: Language
  readonly baseUrl: string
  readonly now: Date
  readonly outcome?: Outcome | undefined
}

interface DeskLayoutProps extends DeskProps {
  /** The address under which the page is read; what is written elsewhere is shown under it. */
  readonly path: string
  readonly title: string
  readonly children: Child
}

const MENU: readonly (readonly [path: string, word: DeskWord])[] = [
  ['/desk', 'overview'],
  ['/desk/sources', 'sources'],
  ['/desk/watches', 'watches'],
  ['/desk/concepts', 'concepts'],
  ['/desk/endpoints', 'endpoints'],
  ['/desk/deliveries', 'deliveries'],
  ['/desk/backup', 'backup'],
  ['/desk/translation', 'translation'],
]

/** What all pages of the desk share: its menu, and what became of the last thing asked. */
export function DeskLayout({ lang, baseUrl, path, title, outcome, children }: DeskLayoutProps) {
  const t = deskWords(lang)
  return (
    <Layout {...{ lang, baseUrl, path, title }} isPrivate={true}>
      <div class="desk-bar">
        <nav aria-label={t('deskMenu')}>
          {MENU.map(([to, word]) => (
            <a href={pagePath(to, lang)} aria-current={path === to ? 'page' : undefined}>
              {t(word)}
            </a>
          ))}
        </nav>
        <form method="post" action={pagePath('/desk/sign-out', lang)}>
          <button class="plain">{t('signOut')}</button>
        </form>
      </div>
      <h1>{title}</h1>
      <Told {...{ lang, outcome }} />
      {children}
    </Layout>
  )
}

/** In a live region, so that who hears the page hears it too. */
function Told({ lang, outcome }: Pick<DeskProps, 'lang' | 'outcome'>) {
  return (
    <div id="told" role="status" tabindex={-1}>
      {outcome !== undefined && (
        <p class={outcome.kind === 'done' ? 'notice done' : 'notice failed'}>
          <strong>
            <MixedText text={outcome.text} language={lang} />
          </strong>
          {outcome.kind === 'done' && outcome.secret !== undefined && (
            <>
              {' '}
              <MachineText text={outcome.secret} />
            </>
          )}
          {outcome.kind === 'failed' && outcome.detail !== undefined && (
            <>
              {' '}
              <MixedText text={outcome.detail} language={lang} />
            </>
          )}
        </p>
      )}
    </div>
  )
}
