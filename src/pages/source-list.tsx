import type { Status } from '../objects/desk-status.ts'
import type { PublicPublisher } from '../platform/published.ts'
import type { Language } from '../text/language.ts'
import { Age } from './moment.tsx'
import { MixedText } from './mixed-text.tsx'
import { pagePath } from './page-path.ts'
import { refusalWords } from '../sources/refusal-words-table.ts'
import { type KnownSource, sourceStates } from './source-states.ts'
import type { PageWords, SourceStateWord } from './page-words.ts'
import { PAGE_WORDS } from './words-table.ts'

interface SourceListProps {
  readonly lang: Language
  readonly publishers: readonly PublicPublisher[]
  readonly status: Status | undefined
  readonly now: Date
}

/** What each source is doing, in words, and how old that knowledge is. */
export function SourceList({ lang, publishers, status, now }: SourceListProps) {
  const words = PAGE_WORDS[lang]
  return (
    <section id="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">{words.sources}</h2>
      {status === undefined ? (
        <StateUnknown lang={lang} />
      ) : (
        <p>
          {words.asKnown} <Age at={status.asOf} {...{ lang, now }} />
          {' \u00B7 '}
          <a href={pagePath('/status', lang)}>{words.allSources}</a>
        </p>
      )}
      <ul class="sources">
        {sourceStates(publishers, status).map((source) => (
          <SourceLine {...{ source, lang, now }} />
        ))}
      </ul>
    </section>
  )
}

/** Said wherever a page cannot learn the state: silence is never calm. */
export function StateUnknown({ lang }: { readonly lang: Language }) {
  const words = PAGE_WORDS[lang]
  return (
    <p class="notice" role="status">
      <strong>{words.stateUnknown}</strong> {words.stateUnknownHint}
    </p>
  )
}

interface SourceLineProps {
  readonly source: KnownSource
  readonly lang: Language
  readonly now: Date
}

function SourceLine({ source, lang, now }: SourceLineProps) {
  const words = PAGE_WORDS[lang]
  const { publisher, language, state, reason, lastPoll, words: why } = source
  return (
    <li>
      <span class="source-name">
        <MixedText text={publisher[lang]} language={lang} /> ({words.languageNames[language]})
      </span>
      <StateMark state={state} words={words} />
      {lastPoll !== null && (
        <span class="quiet">
          {words.lastPoll}: <Age at={lastPoll} {...{ lang, now }} />
        </span>
      )}
      <Why {...{ state, reason, lang }} words={why} />
    </li>
  )
}

/** The state as a word; its colour repeats what the word says. */
export function StateMark({
  state,
  words,
}: {
  readonly state: SourceStateWord
  readonly words: PageWords
}) {
  return <strong class={`state ${state}`}>{words.states[state]}</strong>
}

interface WhyProps {
  readonly state: SourceStateWord
  readonly reason: string | null
  readonly words: KnownSource['words']
  readonly lang: Language
}

/** Why a source is as it is: its refusal, or its silence; nothing for a source that is well. */
export function Why({ state, reason, words, lang }: WhyProps) {
  if (state === 'paused') return <></>
  if (words === null || words === undefined)
    return reason === null ? <></> : <Refusal {...{ reason, lang }} />
  return (
    <span class="refusal">
      <MixedText text={words[lang]} language={lang} />
    </span>
  )
}

/** Why a source could not be read, and what to mend. */
function Refusal({ reason, lang }: { readonly reason: string; readonly lang: Language }) {
  const { what, mend } = refusalWords(reason, lang)
  return (
    <span class="refusal">
      <MixedText text={`${what}.`} language={lang} />{' '}
      <span class="quiet">
        <MixedText text={mend} language={lang} />
      </span>
    </span>
  )
}
