import type { Language, Words } from '../text/language.ts'
import { Layout } from './layout.tsx'
import { MachineText, MixedText } from './mixed-text.tsx'
import { PAGE_WORDS } from './words-table.ts'

/** A call of the API, as its page shows it. */
export interface DescribedCall {
  /** `PUT /api/v1/watches/{id}` */
  readonly name: string
  readonly does: Words
  readonly isPublic: boolean
  readonly query: readonly string[]
  /** What the body holds; undefined where there is none. */
  readonly body: unknown
}

interface ApiPageProps {
  readonly lang: Language
  readonly baseUrl: string
  readonly calls: readonly DescribedCall[]
}

/** `/api`: the OpenAPI document for people, without a script. */
export function ApiPage({ lang, baseUrl, calls }: ApiPageProps) {
  const words = PAGE_WORDS[lang]
  return (
    <Layout {...{ lang, baseUrl }} path="/api" title="API">
      <h1>API</h1>
      <p class="lead">
        <MixedText text={words.apiHint} language={lang} />
      </p>
      <p>
        <a href="/api/openapi.json">
          <MachineText text="OpenAPI 3.1" />
        </a>
      </p>
      {calls.map((call) => (
        <CallPart {...{ lang, call }} />
      ))}
    </Layout>
  )
}

function CallPart({ lang, call }: { readonly lang: Language; readonly call: DescribedCall }) {
  const { name, does, isPublic, query, body } = call
  return (
    <section class="card">
      <h2>
        <MachineText text={name} />
      </h2>
      <p>
        <MixedText text={does[lang]} language={lang} />.{' '}
        {isPublic && <span class="mark">{PAGE_WORDS[lang].forEverybody}</span>}
      </p>
      {query.length > 0 && (
        <p>
          ? <MachineText text={query.join(', ')} />
        </p>
      )}
      {body !== undefined && (
        <details>
          <summary>
            <MachineText text="JSON Schema" />
          </summary>
          <pre dir="ltr" lang="en" tabindex={0}>
            <code>{JSON.stringify(body, undefined, 2)}</code>
          </pre>
        </details>
      )}
    </section>
  )
}
