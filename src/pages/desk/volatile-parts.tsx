import { VERDICTS } from '../../statements/volatility.ts'
import type { Language } from '../../text/language.ts'
import { MachineText } from '../mixed-text.tsx'
import { deskWords } from './desk-words.ts'

/** A part of pages that changed by itself, as the API shows it. */
export interface VolatilePart {
  readonly source: string
  readonly key: string
  readonly sample: string
  readonly seen: number
  readonly statements: number
  readonly verdict: string
  readonly ignored: boolean
}

interface VolatilePartsProps {
  readonly lang: Language
  /** Undefined where the publisher's object did not answer. */
  readonly parts: readonly VolatilePart[] | undefined
  readonly action: string
}

/** Lines that change from look to look, with what is made of each, for the operator to overrule. */
export function VolatileParts({ lang, parts, action }: VolatilePartsProps) {
  const t = deskWords(lang)
  // What changed once was most likely an edit: it is there to be found, and not in the way.
  const isOnce = ({ seen, verdict }: VolatilePart) => seen < 2 && verdict === 'auto'
  const once = parts?.filter(isOnce) ?? []
  const often = parts?.filter((part) => !isOnce(part)) ?? []
  return (
    <section aria-labelledby="volatile">
      <h2 id="volatile">{t('volatile')}</h2>
      <p class="quiet">{t('volatileLead')}</p>
      {parts === undefined && <p class="notice">{t('noAnswer')}</p>}
      {parts !== undefined && often.length === 0 && <p>{t('noVolatile')}</p>}
      <List {...{ lang, action }} parts={often} />
      {once.length > 0 && (
        <details>
          <summary>
            {t('volatileOnce')}: {once.length}
          </summary>
          <List {...{ lang, action }} parts={once} />
        </details>
      )}
    </section>
  )
}

function List({ lang, parts = [], action }: VolatilePartsProps) {
  const t = deskWords(lang)
  return (
    <ul class="sources">
      {parts.map(({ source, key, sample, seen, statements, verdict, ignored }) => (
        <li>
          <span class="source-name">
            <bdi dir="auto">{sample}</bdi>{' '}
            <span class="detail">
              <MachineText text={source} /> {'\u00B7'} {t('volatileSeen')}: {seen} {'\u00B7'}{' '}
              {t('volatileStatements')}: {statements} {'\u00B7'}{' '}
              {t(ignored ? 'volatileIgnored' : 'volatileCounts')}
            </span>
          </span>
          <form method="post" action={action} class="buttons" data-swap>
            <input type="hidden" name="source" value={source} />
            <input type="hidden" name="key" value={key} />
            {VERDICTS.map((one) => (
              <button
                class="plain"
                name="verdict"
                value={one}
                aria-pressed={one === verdict ? 'true' : 'false'}
              >
                {t(`verdict.${one}`)}
              </button>
            ))}
          </form>
        </li>
      ))}
    </ul>
  )
}
