import { LANGUAGES, directionOf } from '../../text/language.ts'
import type { Concept } from '../../watches/concept.ts'
import { MachineText, MixedText } from '../mixed-text.tsx'
import { pagePath } from '../page-path.ts'
import { type DeskProps, DeskLayout } from './desk-layout.tsx'
import { deskWords } from './desk-words.ts'
import { type FormView, Input, TextArea } from './form-field.tsx'
import { RemoveButton } from './post-button.tsx'

interface ConceptsPageProps extends DeskProps, FormView {
  readonly draft: ConceptDraft
  readonly isNew: boolean
  readonly concepts: readonly (Concept & {
    /** The watches that name it. */
    readonly usedBy: readonly { readonly id: string; readonly name: string }[]
  })[]
}

/** A concept as its form holds it: a term a line. */
export type ConceptDraft = Readonly<Record<'id' | 'ar' | 'en' | 'terms', string>>

/** `/desk/concepts`: words that mean one thing, and who asks for them. */
export function ConceptsPage(props: ConceptsPageProps) {
  const { lang, draft, isNew, concepts, refusal } = props
  const t = deskWords(lang)
  return (
    <DeskLayout {...props} path="/desk/concepts" title={t('concepts')}>
      <p class="lead">
        <MixedText text={t('conceptsLead')} language={lang} />
      </p>
      <h2>{isNew ? t('newConcept') : <MachineText text={`@${draft.id}`} />}</h2>
      <ConceptForm {...{ lang, draft, isNew, refusal }} />
      {concepts.length === 0 && (
        <p class="quiet">
          <MixedText text={t('noConcepts')} language={lang} />
        </p>
      )}
      {concepts.map((concept) => (
        <ConceptPart {...{ lang, concept }} />
      ))}
    </DeskLayout>
  )
}

function ConceptForm({
  draft,
  isNew,
  ...form
}: FormView & Pick<ConceptsPageProps, 'draft' | 'isNew'>) {
  const { lang } = form
  return (
    <form method="post" action={pagePath('/desk/concepts/save', lang)} class="card" data-swap>
      {!isNew && <input type="hidden" name="known" value={draft.id} />}
      <div class="line">
        <Input {...form} name="name.ar" says="nameAr" value={draft.ar} required={true} />
        <Input {...form} name="name.en" says="nameEn" value={draft.en} required={true} />
        {isNew && <Input {...form} name="id" says="id" value={draft.id} machine={true} />}
      </div>
      <TextArea
        {...form}
        name="terms"
        says="terms"
        value={draft.terms}
        rows={Math.min(16, Math.max(4, draft.terms.split('\n').length + 1))}
        required={true}
      />
      <button>{deskWords(lang)('save')}</button>
    </form>
  )
}

/** Folded: a starting set has eighty of them. */
function ConceptPart({
  lang,
  concept: { id, name, terms, usedBy },
}: Pick<DeskProps, 'lang'> & { readonly concept: ConceptsPageProps['concepts'][number] }) {
  const t = deskWords(lang)
  return (
    <details class="card">
      <summary>
        <MixedText text={name[lang]} language={lang} /> <MachineText text={`@${id}`} />{' '}
        <span class="quiet">
          {terms.length} {'\u00B7'} {t('usedBy')}: {usedBy.length || t('usedByNone')}
        </span>
      </summary>
      {LANGUAGES.map((language) => (
        <p lang={language} dir={directionOf(language)}>
          {terms
            .filter((term) => /[\u0600-\u06FF]/.test(term) === (language === 'ar'))
            .map((term, at) => (
              <>
                {at > 0 && ' \u00B7 '}
                <bdi>{term}</bdi>
              </>
            ))}
        </p>
      ))}
      {usedBy.map((watch) => (
        <p>
          {t('watch')}:{' '}
          <a href={pagePath(`/desk/watches/${watch.id}`, lang)}>
            <MixedText text={watch.name} language={lang} />
          </a>
        </p>
      ))}
      <div class="buttons">
        <a href={pagePath(`/desk/concepts/${id}`, lang)}>{t('edit')}</a>
        {usedBy.length === 0 && (
          <RemoveButton lang={lang} action={pagePath(`/desk/concepts/${id}/delete`, lang)} />
        )}
      </div>
    </details>
  )
}
