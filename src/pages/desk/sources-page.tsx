import { completed } from '../../feeds/feed-words.ts'
import type { PublisherStatus } from '../../objects/desk-status.ts'
import type { Publisher } from '../../sources/publisher.ts'
import type { Source } from '../../sources/source.ts'
import type { Language } from '../../text/language.ts'
import { RefusalDetail, MachineText, MixedText } from '../mixed-text.tsx'
import { Age } from '../moment.tsx'
import { pagePath, publisherPath } from '../page-path.ts'
import { StateMark, Why } from '../source-list.tsx'
import { TableHead } from '../table-head.tsx'
import { PAGE_WORDS } from '../words-table.ts'
import { type DeskProps, DeskLayout } from './desk-layout.tsx'
import { deskWords } from './desk-words.ts'
import { OneBox } from './one-box.tsx'
import { PostButton, RemoveButton } from './post-button.tsx'

type PublicPublisher = Pick<Publisher, 'id' | 'name' | 'paused'> & {
  readonly sources: readonly Pick<Source, 'id' | 'language' | 'interval' | 'paused'>[]
}

interface SourcesPageProps extends DeskProps {
  readonly publishers: readonly PublicPublisher[]
  /** What is known of them; undefined where the desk object did not answer. */
  readonly status: readonly PublisherStatus[] | undefined
}

/** Everything that is followed, with how it is and what can be done with it. */
export function SourcesPage(props: SourcesPageProps) {
  const { lang, publishers, status, now } = props
  const t = deskWords(lang)
  return (
    <DeskLayout {...props} path="/desk/sources" title={t('sources')}>
      <OneBox lang={lang} />
      {publishers.length === 0 && <p class="notice">{t('noSources')}</p>}
      <div id="live" data-refresh="20">
        {publishers.map((publisher) => (
          <PublisherPart
            {...{ lang, now, publisher }}
            known={status?.find(({ id }) => id === publisher.id)}
          />
        ))}
      </div>
    </DeskLayout>
  )
}

interface PublisherPartProps extends Pick<DeskProps, 'lang' | 'now'> {
  readonly publisher: PublicPublisher
  readonly known: PublisherStatus | undefined
}

function PublisherPart({ lang, now, publisher, known }: PublisherPartProps) {
  const t = deskWords(lang)
  const words = PAGE_WORDS[lang]
  const { id, name, paused, sources } = publisher
  const to = (action: string) => pagePath(`/desk/publishers/${id}/${action}`, lang)
  return (
    <section class="card" id={`publisher-${id}`}>
      <h2>
        <a href={pagePath(publisherPath(id), lang)}>
          <MixedText text={completed(name, id)[lang]} language={lang} />
        </a>
      </h2>
      <table class="stacked">
        <TableHead columns={[words.source, words.state, words.lastPoll, t('every'), '']} />
        <tbody>
          {sources.map((source) => (
            <SourceRow
              {...{ lang, now, source }}
              publisher={id}
              known={known?.sources.find((one) => one.id === source.id)}
            />
          ))}
        </tbody>
      </table>
      <p>
        <a href={pagePath(`/desk/publishers/${id}`, lang)}>{t('publisherSettings')}</a>
      </p>
      <div class="buttons">
        {!paused && <PostButton action={to('poll')} label={t('pollNow')} />}
        <PostButton
          action={to(paused ? 'resume' : 'pause')}
          label={t(paused ? 'resume' : 'pause')}
        />
        <RemoveButton {...{ lang }} action={to('delete')} />
      </div>
    </section>
  )
}

interface SourceRowProps extends Pick<DeskProps, 'lang' | 'now'> {
  readonly publisher: string
  readonly source: PublicPublisher['sources'][number]
  readonly known: PublisherStatus['sources'][number] | undefined
}

function SourceRow({ lang, now, publisher, source, known }: SourceRowProps) {
  const words = PAGE_WORDS[lang]
  const t = deskWords(lang)
  const { id, language, interval } = source
  return (
    <tr>
      <th scope="row">
        <MachineText text={id} /> <span class="quiet">{words.languageNames[language]}</span>
      </th>
      <td>
        <StateMark state={known?.state ?? 'unknown'} words={words} />
        {known !== undefined && <Trouble {...{ lang, known }} />}
      </td>
      <td data-label={words.lastPoll}>
        {known === undefined || known.lastPoll === null ? (
          words.never
        ) : (
          <Age at={known.lastPoll} {...{ lang, now }} />
        )}
      </td>
      <td data-label={t('every')}>
        <bdi>
          {interval} {t('inSeconds')}
        </bdi>
      </td>
      <td>
        <a href={pagePath(`/desk/sources/${publisher}/${id}`, lang)}>{t('edit')}</a>
      </td>
    </tr>
  )
}

function Trouble({
  lang,
  known,
}: {
  readonly lang: Language
  readonly known: PublisherStatus['sources'][number]
}) {
  const { state, reason, words } = known
  return (
    <>
      <Why {...{ state, reason, words, lang }} />
      <RefusalDetail of={known} language={lang} />
    </>
  )
}
