import { completed } from '../feeds/feed-words.ts'
import type { PublicPublisher } from '../platform/published.ts'
import { LANGUAGES, type Language } from '../text/language.ts'
import { Choice, Input } from './desk/form-field.tsx'
import { PAGE_WORDS } from './words-table.ts'

/** What a reader asks the front page for; '' where nothing is asked. */
export type Search = Readonly<
  Record<'q' | 'publisher' | 'language' | 'state' | 'since' | 'until', string>
>

interface SearchFormProps {
  readonly lang: Language
  readonly search: Search
  readonly publishers: readonly Pick<PublicPublisher, 'id' | 'name'>[]
  /** What is wrong with the question. */
  readonly fault: string | undefined
}

/** Words to look for, and what to look through; a plain form, so that every search has an address. */
export function SearchForm({ lang, search, publishers, fault }: SearchFormProps) {
  const words = PAGE_WORDS[lang]
  const told = fault === undefined ? [] : [['q', { ar: fault, en: fault }] as const]
  const refusal = { told: { ar: '', en: '' }, fields: new Map(told) }
  return (
    <search>
      <form method="get" action="/" class="card">
        <input type="hidden" name="lang" value={lang} />
        <div class="line">
          <Input
            {...{ lang, refusal }}
            name="q"
            type="search"
            says={{ label: words.search, hint: words.searchHint }}
            value={search.q}
          />
          <button>{words.search}</button>
        </div>
        <Narrow {...{ lang, search, publishers }} />
      </form>
    </search>
  )
}

const NARROW = ['publisher', 'language', 'state', 'since', 'until'] as const

function Narrow({ lang, search, publishers }: Omit<SearchFormProps, 'fault'>) {
  const words = PAGE_WORDS[lang]
  return (
    <details open={NARROW.some((name) => search[name] !== '')}>
      <summary>{words.narrow}</summary>
      <div class="line">
        <Choice
          {...{ lang }}
          name="publisher"
          says={{ label: words.publisher }}
          value={search.publisher}
          options={[
            ['', words.all],
            ...publishers.map(({ id, name }) => [id, completed(name, id)[lang]] as const),
          ]}
        />
        <Choice
          {...{ lang }}
          name="language"
          says={{ label: words.language }}
          value={search.language}
          options={[
            ['', words.bothLanguages],
            ...LANGUAGES.map((one) => [one, words.languageNames[one]] as const),
          ]}
        />
        <Choice
          {...{ lang }}
          name="state"
          says={{ label: words.state }}
          value={search.state}
          options={[
            ['', words.anyState],
            ['current', words.current],
            ['withdrawn', words.withdrawn],
          ]}
        />
        <Input
          {...{ lang }}
          name="since"
          type="date"
          says={{ label: words.from }}
          value={search.since}
        />
        <Input
          {...{ lang }}
          name="until"
          type="date"
          says={{ label: words.until }}
          value={search.until}
        />
      </div>
    </details>
  )
}
