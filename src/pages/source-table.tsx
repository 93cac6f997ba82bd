import { webLink } from '../feeds/web-link.ts'
import type { SourceReport } from '../objects/publisher-report.ts'
import type { Language } from '../text/language.ts'
import { RefusalDetail, MachineText, MixedText } from './mixed-text.tsx'
import { Age } from './moment.tsx'
import { refusalWords } from '../sources/refusal-words-table.ts'
import { StateMark, Why } from './source-list.tsx'
import type { PageWords } from './page-words.ts'
import { TableHead } from './table-head.tsx'
import { PAGE_WORDS } from './words-table.ts'

interface SourceTableProps {
  readonly sources: readonly SourceReport[]
  readonly lang: Language
  readonly now: Date
}

/** A publisher's sources, a row each. */
export function SourceTable({ sources, lang, now }: SourceTableProps) {
  const words = PAGE_WORDS[lang]
  const columns = [words.source, words.state, words.since, words.lastPoll, words.lastGoodPoll]
  return (
    <table class="stacked">
      <TableHead columns={[...columns, words.nextPoll, words.polls]} />
      <tbody>
        {sources.map((source) => (
          <SourceRow {...{ source, lang, now }} />
        ))}
      </tbody>
    </table>
  )
}

interface SourceRowProps {
  readonly source: SourceReport
  readonly lang: Language
  readonly now: Date
}

function SourceRow({ source, lang, now }: SourceRowProps) {
  const words = PAGE_WORDS[lang]
  const { state, reason, since, lastPoll, lastGoodPoll, nextPoll, polls } = source
  return (
    <tr>
      <th scope="row">
        <SourceName {...{ source, words }} />
      </th>
      <td data-label={words.state}>
        <StateMark state={state} words={words} />
        <Why {...{ state, reason, lang }} words={source.words} />
        {state !== 'paused' && <RefusalDetail of={source} language={lang} />}
      </td>
      <td data-label={words.since}>
        {since === null ? words.notYet : <Age at={since} {...{ lang, now }} />}
      </td>
      <td data-label={words.lastPoll}>{ageOrNever(lastPoll, lang, now)}</td>
      <td data-label={words.lastGoodPoll}>{ageOrNever(lastGoodPoll, lang, now)}</td>
      <td data-label={words.nextPoll}>{nextPollWords(nextPoll, lang, now)}</td>
      <td data-label={words.polls}>
        <Polls {...{ polls, lang }} />
      </td>
    </tr>
  )
}

function SourceName({
  source,
  words,
}: {
  readonly source: SourceReport
  readonly words: PageWords
}) {
  const { id, url, language } = source
  // Without its query's values it leads nowhere.
  const link = url.includes('\u2026') ? undefined : webLink(url)
  const name = <MachineText text={id} />
  return (
    <>
      {link === undefined ? (
        name
      ) : (
        <a href={link} rel="noopener noreferrer">
          {name}
        </a>
      )}{' '}
      <span class="quiet">{words.languageNames[language]}</span>
    </>
  )
}

function ageOrNever(at: string | null, lang: Language, now: Date) {
  return at === null ? PAGE_WORDS[lang].never : <Age {...{ at, lang, now }} />
}

/** A poll that is due has not been missed: the alarm rings within seconds. */
function nextPollWords(at: string | null, lang: Language, now: Date) {
  if (at === null) return PAGE_WORDS[lang].none
  return new Date(at) <= now ? PAGE_WORDS[lang].due : <Age {...{ at, lang, now }} />
}

interface PollsProps {
  readonly polls: Readonly<Record<string, number>>
  readonly lang: Language
}

function Polls({ polls, lang }: PollsProps) {
  const counts = Object.entries(polls)
  if (counts.length === 0) return <>0</>
  return (
    <ul class="counts">
      {counts.map(([label, count]) => (
        <li>
          <MixedText text={pollLabel(label, lang)} language={lang} />: {count}
        </li>
      ))}
    </ul>
  )
}

function pollLabel(label: string, lang: Language): string {
  if (label === 'ok' || label === 'unchanged') return PAGE_WORDS[lang].pollLabels[label]
  return refusalWords(label, lang).what
}
