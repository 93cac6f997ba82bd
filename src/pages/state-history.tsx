import type { Snapshot } from '../feeds/snapshot.ts'
import { plainText } from '../feeds/xml-bytes.ts'
import type { Language } from '../text/language.ts'
import { MixedText } from './mixed-text.tsx'
import { Moment } from './moment.tsx'
import { PAGE_WORDS } from './words-table.ts'

const SHOWN = 20

interface StateHistoryProps {
  readonly lang: Language
  /** What the feed of states holds; undefined while nothing has changed. */
  readonly history: Snapshot | undefined
}

/** What became of the sources lately, newest first: the same that the feed of states tells. */
export function StateHistory({ lang, history }: StateHistoryProps) {
  const words = PAGE_WORDS[lang]
  const entries = (history?.entries ?? []).filter(({ language }) => language === lang)
  if (entries.length === 0) return <></>
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.history}</h2>
      <ol class="counts">
        {entries.slice(0, SHOWN).map(({ firstSeen, title, summary }) => (
          <li>
            <Moment at={firstSeen} lang={lang} />
            {': '}
            <MixedText text={plainText(title)} language={lang} />{' '}
            <span class="quiet">
              <MixedText text={plainText(summary)} language={lang} />
            </span>
          </li>
        ))}
      </ol>
      <p>
        <a href="/feeds/health.atom">Atom</a>
      </p>
    </section>
  )
}
