import { SOURCE_KINDS } from '../../sources/source.ts'
import { pagePath } from '../page-path.ts'
import type { Words } from '../../text/language.ts'
import { type DeskProps, DeskLayout } from './desk-layout.tsx'
import { deskWords } from './desk-words.ts'
import { Checks, Choice, type FormView, Input } from './form-field.tsx'
import { LanguageChoice } from './one-box.tsx'
import { type Preview, PreviewPart } from './preview.tsx'
import { RemoveButton } from './post-button.tsx'
import { SELECTOR_NAMES, type SourceDraft } from './source-draft.ts'

interface SourcePageProps extends DeskProps, FormView {
  readonly draft: SourceDraft
  readonly publishers: readonly {
    readonly id: string
    readonly name: Words
  }[]
  readonly preview?: Preview | undefined
  /** What was looked at before, see `readingOf`; '' where nothing was. */
  readonly looked: string
}

/** One source: what is read there, how it is read, and where it belongs. */
export function SourcePage(props: SourcePageProps) {
  const { lang, draft, preview } = props
  const t = deskWords(lang)
  return (
    <DeskLayout {...props} path="/desk/sources" title={draft.source || t('oneBox')}>
      {preview === undefined ? (
        <section id="preview"></section>
      ) : (
        <PreviewPart {...{ lang, preview }} />
      )}
      <SourceForm {...props} />
      {draft.source !== '' && (
        <RemoveButton
          lang={lang}
          action={pagePath(`/desk/sources/${draft.publisher}/${draft.source}/delete`, lang)}
        />
      )}
    </DeskLayout>
  )
}

function SourceForm({ lang, draft, publishers, refusal, looked }: SourcePageProps) {
  const t = deskWords(lang)
  const isNew = draft.source === ''
  const form = { lang, refusal }
  return (
    <form method="post" action={pagePath('/desk/sources/save', lang)} class="card" data-swap>
      <input type="hidden" name="source" value={draft.source} />
      <input type="hidden" name="looked" value={looked} />
      <Input
        {...form}
        name="url"
        says="address"
        hint="sourceAddressHint"
        value={draft.url}
        machine={true}
        required={true}
      />
      <div class="line">
        <LanguageChoice {...form} value={draft.language} />
        <Choice
          {...form}
          name="kind"
          says="sourceKind"
          value={draft.kind}
          options={SOURCE_KINDS.map((kind) => [kind, kind] as const)}
        />
        <Input {...form} name="interval" says="interval" value={draft.interval} type="number" />
      </div>
      <SelectorFields {...form} draft={draft} />
      <RareFields {...form} draft={draft} />
      {isNew ? (
        <PublisherFields {...form} {...{ draft, publishers }} />
      ) : (
        <input type="hidden" name="publisher" value={draft.publisher} />
      )}
      <p class="buttons">
        <button>{isNew ? t('follow') : t('save')}</button>
        <button class="plain" formaction={pagePath('/desk/sources/look', lang)} formnovalidate>
          {t('lookAgain')}
        </button>
      </p>
    </form>
  )
}

type PartProps = FormView & { readonly draft: SourceDraft }

function SelectorFields({ draft, ...form }: PartProps) {
  const t = deskWords(form.lang)
  const isOpen = draft.kind === 'html' || Object.values(draft.selectors).some(Boolean)
  return (
    <details open={isOpen}>
      <summary>{t('selectors')}</summary>
      <div class="line">
        {SELECTOR_NAMES.map((name) => (
          <Input
            {...form}
            name={`selectors.${name}`}
            says={`selectors.${name}`}
            value={draft.selectors[name]}
            machine={true}
          />
        ))}
      </div>
    </details>
  )
}

/** What most sources leave as it is. */
function RareFields({ draft, ...form }: PartProps) {
  const { utcOffset, timeZone, robots, paused, pathFrom, pathTo } = draft
  const t = deskWords(form.lang)
  const isOpen = [utcOffset, timeZone, robots, pathFrom].some(Boolean) || paused
  return (
    <details open={isOpen}>
      <summary>{t('sourceRare')}</summary>
      <div class="line">
        <Input {...form} name="timeZone" says="timeZone" value={timeZone} />
        <Input {...form} name="utcOffset" says="utcOffset" value={utcOffset} type="number" />
        <Choice
          {...form}
          name="robots"
          says="robots"
          value={robots}
          options={[
            ['', t('robotsObey')],
            ['ignore', t('robotsIgnore')],
          ]}
        />
        <Input
          {...form}
          name="translationPath.from"
          says="pathFrom"
          value={pathFrom}
          machine={true}
        />
        <Input {...form} name="translationPath.to" says="pathTo" value={pathTo} machine={true} />
      </div>
      <Checks
        {...form}
        name="paused"
        says="paused"
        options={[['true', t('pausedToo')]]}
        chosen={paused ? ['true'] : []}
      />
    </details>
  )
}

/** To a publisher that is there already, only its name matters. */
function PublisherFields({
  draft,
  publishers,
  ...form
}: PartProps & Pick<SourcePageProps, 'publishers'>) {
  const { lang } = form
  const known = publishers.map(({ id, name }) => [id, name[lang] || id] as const)
  return (
    <>
      {known.length > 0 && (
        <Choice
          {...form}
          name="publisher"
          says="publisher"
          value={draft.publisher}
          options={[['', deskWords(lang)('newPublisher')], ...known]}
        />
      )}
      <div class="line" data-for-new>
        <Input {...form} name="name.ar" says="nameAr" value={draft.nameAr} />
        <Input {...form} name="name.en" says="nameEn" value={draft.nameEn} />
        <Input {...form} name="id" says="id" value={draft.id} machine={true} />
      </div>
    </>
  )
}
