import { MachineText, MixedText } from '../mixed-text.tsx'
import { pagePath } from '../page-path.ts'
import type { Words } from '../../text/language.ts'
import { type DeskProps, DeskLayout } from './desk-layout.tsx'
import { deskWords } from './desk-words.ts'
import { TextArea } from './form-field.tsx'
import type { Hits } from './hits.tsx'
import { PostButton, RemoveButton } from './post-button.tsx'
import type { DeskRefusal } from './refusal.ts'
import { type WatchDraft, WatchForm } from './watch-form.tsx'
import { WhyPart, type Why } from './why.tsx'
import { LanguageChoice } from './one-box.tsx'

interface ShownWatch extends WatchDraft {
  readonly feeds?:
    | { readonly rss: string; readonly atom: string; readonly json: string }
    | undefined
}

interface WatchesPageProps extends DeskProps {
  readonly draft: WatchDraft
  readonly isNew: boolean
  readonly watches: readonly ShownWatch[]
  readonly publishers: readonly { readonly id: string; readonly name: Words }[]
  readonly endpoints: readonly { readonly id: string }[]
  readonly hits?: Hits | undefined
  readonly why?: Why | undefined
  /** What was pasted to be explained. */
  readonly text?: string
  readonly refusal?: DeskRefusal | undefined
}

/** The questions: one to type and try, and those that stand. */
export function WatchesPage(props: WatchesPageProps) {
  const { lang, draft, isNew, watches } = props
  const t = deskWords(lang)
  return (
    <DeskLayout {...props} path="/desk/watches" title={t('watches')}>
      <h2>{isNew ? t('newWatch') : draft.name}</h2>
      <WatchForm {...props} hits={props.hits} refusal={props.refusal} />
      <WhyForm {...props} />
      {isNew && watches.length === 0 && <p class="quiet">{t('noWatches')}</p>}
      {watches.map((watch) => (
        <WatchPart {...{ lang, watch }} />
      ))}
    </DeskLayout>
  )
}

/** Without a script it is a form of its own, so the question is repeated in it, hidden. */
function WhyForm({ lang, draft, text = '', why }: WatchesPageProps) {
  const t = deskWords(lang)
  return (
    <details open={why !== undefined}>
      <summary>{t('whyTitle')}</summary>
      <form
        method="post"
        action={pagePath('/desk/watches/why', lang)}
        class="card"
        data-swap
        data-borrow="query"
      >
        <input type="hidden" name="query" value={draft.query} />
        <TextArea {...{ lang }} name="text" says="whyText" value={text} rows={4} />
        <LanguageChoice {...{ lang }} value={lang} />
        <button class="plain">{t('tryIt')}</button>
      </form>
      {why !== undefined && <WhyPart {...{ lang, why, text }} />}
    </details>
  )
}

function WatchPart({ lang, watch }: Pick<DeskProps, 'lang'> & { readonly watch: ShownWatch }) {
  const t = deskWords(lang)
  const { id, name, query, endpoints, feeds } = watch
  const to = (action: string) => pagePath(`/desk/watches/${id}/${action}`, lang)
  return (
    <section class="card">
      <h2>
        <a href={pagePath(`/desk/watches/${id}`, lang)}>
          <MixedText text={name} language={lang} />
        </a>
      </h2>
      <p>
        <bdi class="machine">{query}</bdi>
      </p>
      <p class="quiet">
        {t('tell')}:{' '}
        {endpoints.length === 0 ? '\u2013' : <MachineText text={endpoints.join(', ')} />}
      </p>
      {feeds !== undefined && (
        <p>
          {t('ownFeed')}: <a href={feeds.atom}>Atom</a> <a href={feeds.rss}>RSS</a>{' '}
          <a href={feeds.json}>JSON</a>
        </p>
      )}
      <div class="buttons">
        <PostButton action={to('rotate')} label={t('rotate')} />
        <RemoveButton {...{ lang }} action={to('delete')} />
      </div>
    </section>
  )
}
