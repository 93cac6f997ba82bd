import { type Language, directionOf } from '../../text/language.ts'
import { MachineText, MixedText } from '../mixed-text.tsx'
import { PublishedDate } from '../moment.tsx'
import { pagePath, statementPath } from '../page-path.ts'
import { deskWords } from './desk-words.ts'
import { type FormView, Input } from './form-field.tsx'

interface Judged {
  readonly id: string
  readonly title: string
  readonly published: string | null
}

/** Two statements that may say the same, as the API shows them. */
export interface PairToJudge {
  readonly state: 'inferred' | 'likely'
  readonly confidence: number
  readonly ar: Judged
  readonly en: Judged
}

interface PairsPartProps extends FormView {
  readonly pairs: readonly PairToJudge[] | undefined
  /** The address of something that is done with this publisher. */
  readonly to: (action: string) => string
}

/** What comparing was not certain of, and two ids to tie or take apart by hand. */
export function PairsPart({ pairs, to, ...form }: PairsPartProps) {
  const { lang } = form
  const t = deskWords(lang)
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">{t('pairs')}</h2>
      <p class="quiet">{t('pairsLead')}</p>
      {pairs === undefined && <p class="notice">{t('noAnswer')}</p>}
      {pairs?.length === 0 && <p>{t('noPairs')}</p>}
      <ol class="rows">
        {pairs?.map((pair) => (
          <PairLine {...{ lang, pair, to }} />
        ))}
      </ol>
      <form method="post" action={to('pair')} class="card line" data-swap>
        <Input {...form} name="one" says="pairOne" machine={true} required={true} />
        <Input {...form} name="other" says="pairOther" machine={true} />
        <span class="buttons">
          <button class="plain" name="how" value="tie">
            {t('tie')}
          </button>
          <button class="plain" name="how" value="part">
            {t('part')}
          </button>
        </span>
      </form>
    </section>
  )
}

function PairLine({
  lang,
  pair: { state, confidence, ar, en },
  to,
}: {
  readonly lang: Language
  readonly pair: PairToJudge
  readonly to: PairsPartProps['to']
}) {
  const t = deskWords(lang)
  const isTied = state === 'inferred'
  return (
    <li class="card">
      <p>
        <strong>{t(isTied ? 'pairInferred' : 'pairLikely')}</strong> {'\u00B7'} {t('confidence')}:{' '}
        {Math.round(confidence * 100)}%
      </p>
      {(['ar', 'en'] as const).map((language) => (
        <Half {...{ lang, language }} half={language === 'ar' ? ar : en} />
      ))}
      <form method="post" action={to('pair')} class="buttons" data-swap>
        <input type="hidden" name="one" value={ar.id} />
        <input type="hidden" name="other" value={en.id} />
        <button class="plain" name="how" value="tie">
          {t(isTied ? 'confirm' : 'tie')}
        </button>
        {isTied && (
          <button class="plain" name="how" value="part">
            {t('part')}
          </button>
        )}
      </form>
    </li>
  )
}

function Half({
  lang,
  language,
  half: { id, title, published },
}: {
  readonly lang: Language
  readonly language: Language
  readonly half: Judged
}) {
  return (
    <p lang={language} dir={directionOf(language)}>
      <a href={pagePath(statementPath(id), lang)}>
        <MixedText text={title} language={language} />
      </a>{' '}
      <MachineText text={id} />{' '}
      {published !== null && <PublishedDate at={published} lang={language} />}
    </p>
  )
}
