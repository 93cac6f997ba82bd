import type { Language } from '../text/language.ts'
import { MixedText } from './mixed-text.tsx'
import { PAGE_WORDS } from './words-table.ts'

/** What a deployment without publishers says: to readers, and to the one who can change it. */
export function FirstSteps({
  lang,
  baseUrl,
}: {
  readonly lang: Language
  readonly baseUrl: string
}) {
  const words = PAGE_WORDS[lang]
  return (
    <section class="first-steps">
      <h2>{words.firstSteps}</h2>
      <p>{words.firstStepsReader}</p>
      <p>
        <MixedText text={words.firstStepsOperator} language={lang} />
      </p>
      <pre dir="ltr" lang="en" tabindex={0}>
        <code>{exampleCall(baseUrl)}</code>
      </pre>
      <p>{words.firstStepsThen}</p>
    </section>
  )
}

function exampleCall(baseUrl: string): string {
  const publisher = {
    id: 'example',
    name: { ar: 'مثال', en: 'Example' },
    site: 'https://example.org/',
    paused: false,
    sources: [
      {
        id: 'example-ar',
        language: 'ar',
        url: 'https://example.org/feed/',
        kind: 'auto',
        interval: 300,
        paused: false,
      },
    ],
  }
  return `curl -X PUT ${baseUrl}/api/v1/publishers/example \\
  -H "Authorization: Bearer $ADMIN_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '${JSON.stringify(publisher, undefined, 2)}'`
}
