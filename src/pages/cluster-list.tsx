import { completed } from '../feeds/feed-words.ts'
import type { PublisherFace } from '../feeds/snapshot.ts'
import type { ClusterMember } from '../statements/cluster.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import type { Language } from '../text/language.ts'
import { MixedText } from './mixed-text.tsx'
import { Moment } from './moment.tsx'
import { pagePath, statementPath } from './page-path.ts'
import { PAGE_WORDS } from './words-table.ts'

interface ClusterListProps {
  readonly lang: Language
  /** The statement whose page this is. */
  readonly id: string
  /** The first seen first. */
  readonly cluster: readonly ClusterMember[]
  /** As they are called today. */
  readonly publishers: readonly Pick<PublisherFace, 'id' | 'name'>[]
}

/** Where else the same text was published, and who had it first. */
export function ClusterList({ lang, id, cluster, publishers }: ClusterListProps) {
  const words = PAGE_WORDS[lang]
  const nameOf = (member: ClusterMember): string => {
    const publisher = parseStatementId(member.id)?.publisher ?? ''
    const face = publishers.find((one) => one.id === publisher)
    return completed(face?.name ?? member.name, publisher)[lang]
  }
  return (
    <section aria-labelledby="cluster-title">
      <h2 id="cluster-title">{words.cluster}</h2>
      <p class="quiet">{words.clusterHint}</p>
      <ol class="revisions">
        {cluster.map((member, at) => {
          const name = <MixedText text={nameOf(member)} language={lang} />
          const isHere = member.id === id
          return (
            <li>
              {isHere ? name : <a href={pagePath(statementPath(member.id), lang)}>{name}</a>}
              {': '}
              <Moment at={member.seen} lang={lang} />
              {at === 0 && <span class="mark">{words.firstSeenHere}</span>}
              {isHere && <span class="mark">{words.thisStatement}</span>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
