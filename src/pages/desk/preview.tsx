import { type Language, directionOf, type Words } from '../../text/language.ts'
import { MachineText, MixedText } from '../mixed-text.tsx'
import { PublishedDate } from '../moment.tsx'
import { deskWords } from './desk-words.ts'

/** What Bayan would read at an address. */
export interface Preview {
  /** Null where nothing could be read. */
  readonly kind: string | null
  /** Where it was read in the end. */
  readonly address: string
  readonly why: Words | undefined
  /** A kind and an address by which it could be read. */
  readonly better:
    | { readonly kind: string; readonly address: string; readonly said: Words }
    | undefined
  readonly statements: readonly {
    readonly title: string
    readonly published: string | null
    readonly language: Language
    readonly text: string
    readonly url: string | null
  }[]
  readonly notes: readonly Words[]
}

const EXCERPT = 280

/** The newest statements as they would be kept, so that the operator can judge before saving. */
export function PreviewPart({
  lang,
  preview,
}: {
  readonly lang: Language
  readonly preview: Preview
}) {
  const t = deskWords(lang)
  const { kind, why, statements, notes } = preview
  return (
    <section id="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{t('seen')}</h2>
      {kind === null ? (
        <p class="notice failed">
          <strong>{t('nothingRead')}</strong>
          {why !== undefined && (
            <>
              {': '}
              <MixedText text={why[lang]} language={lang} />
            </>
          )}
        </p>
      ) : (
        <p>
          {t('readAs')}: <MachineText text={kind} /> <MachineText text={preview.address} />
          {why !== undefined && (
            <>
              {' \u00B7 '}
              {t('why')}: <MixedText text={why[lang]} language={lang} />
            </>
          )}
        </p>
      )}
      {preview.better !== undefined && (
        <p class="notice">
          <MixedText text={preview.better.said[lang]} language={lang} />
        </p>
      )}
      {kind !== null && statements.length === 0 && <p class="notice">{t('noStatements')}</p>}
      {notes.map((note) => (
        <span class="detail">
          <MixedText text={note[lang]} language={lang} />
        </span>
      ))}
      <ol class="rows">
        {statements.map((statement) => (
          <PreviewedStatement {...{ lang, statement }} />
        ))}
      </ol>
    </section>
  )
}

function PreviewedStatement({
  lang,
  statement,
}: {
  readonly lang: Language
  readonly statement: Preview['statements'][number]
}) {
  const t = deskWords(lang)
  const { title, published, language, text, url } = statement
  const excerpt = text.length > EXCERPT ? `${text.slice(0, EXCERPT).toWellFormed()}\u2026` : text
  return (
    <li class="statement" lang={language} dir={directionOf(language)}>
      <h3>
        <MixedText text={title} language={language} />
      </h3>
      <p class="byline">
        {published === null ? (
          <span lang={lang}>{t('undated')}</span>
        ) : (
          <PublishedDate at={published} lang={language} />
        )}
        {url !== null && <MachineText text={url} />}
      </p>
      <p>
        {excerpt === '' ? (
          <span lang={lang}>{t('noText')}</span>
        ) : (
          <MixedText text={excerpt} language={language} />
        )}
      </p>
    </li>
  )
}
