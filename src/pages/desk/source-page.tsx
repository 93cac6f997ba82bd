import { SOURCE_KINDS } from '../../sources/source.ts'
import { pagePath } from '../page-path.ts'
import { type DeskProps, DeskLayout } from './desk-layout.tsx'
import { deskWords } from './desk-words.ts'
import { Choice, Input } from './form-field.tsx'
import { LanguageChoice } from './one-box.tsx'
import { type Preview, PreviewPart } from './preview.tsx'
import type { DeskRefusal } from './refusal.ts'
import { SELECTOR_NAMES, type SourceDraft } from './source-draft.ts'

interface SourcePageProps extends DeskProps {
  readonly draft: SourceDraft
  readonly publishers: readonly {
    readonly id: string
    readonly name: { readonly ar: string; readonly en: string }
  }[]
  readonly preview?: Preview | undefined
  readonly refusal?: DeskRefusal | undefined
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
    </DeskLayout>
  )
}

function SourceForm({ lang, draft, publishers, refusal }: SourcePageProps) {
  const t = deskWords(lang)
  const isNew = draft.source === ''
  return (
    <form method="post" action={pagePath('/desk/sources/save', lang)} class="card" data-swap>
      <input type="hidden" name="source" value={draft.source} />
      <Input
        {...{ lang, refusal }}
        name="url"
        label={t('address')}
        value={draft.url}
        machine={true}
        required={true}
      />
      <div class="line">
        <LanguageChoice {...{ lang }} value={draft.language} />
        <Choice
          {...{ lang, refusal }}
          name="kind"
          label={t('kind')}
          value={draft.kind}
          options={SOURCE_KINDS.map((kind) => [kind, kind] as const)}
        />
        <Input
          {...{ lang, refusal }}
          name="interval"
          label={t('interval')}
          hint={t('intervalHint')}
          value={draft.interval}
          type="number"
          machine={true}
        />
      </div>
      <SelectorFields {...{ lang, draft, refusal }} />
      {isNew ? (
        <PublisherFields {...{ lang, draft, publishers, refusal }} />
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

type PartProps = Pick<SourcePageProps, 'lang' | 'draft' | 'refusal'>

function SelectorFields({ lang, draft, refusal }: PartProps) {
  const t = deskWords(lang)
  const isOpen = draft.kind === 'html' || Object.values(draft.selectors).some(Boolean)
  return (
    <details open={isOpen}>
      <summary>{t('selectors')}</summary>
      <div class="line">
        {SELECTOR_NAMES.map((name) => (
          <Input
            {...{ lang, refusal }}
            name={`selectors.${name}`}
            label={name}
            value={draft.selectors[name]}
            machine={true}
          />
        ))}
      </div>
    </details>
  )
}

/** To a publisher that is there already, only its name matters. */
function PublisherFields({
  lang,
  draft,
  publishers,
  refusal,
}: PartProps & Pick<SourcePageProps, 'publishers'>) {
  const t = deskWords(lang)
  const known = publishers.map(({ id, name }) => [id, name[lang] || id] as const)
  return (
    <>
      {known.length > 0 && (
        <Choice
          {...{ lang, refusal }}
          name="publisher"
          label={t('publisher')}
          value={draft.publisher}
          options={[['', t('newPublisher')], ...known]}
        />
      )}
      <div class="line" data-for-new>
        <Input {...{ lang, refusal }} name="name.ar" label={t('nameAr')} value={draft.nameAr} />
        <Input {...{ lang, refusal }} name="name.en" label={t('nameEn')} value={draft.nameEn} />
        <Input
          {...{ lang, refusal }}
          name="id"
          label={t('id')}
          hint={t('idHint')}
          value={draft.id}
          machine={true}
        />
      </div>
    </>
  )
}
