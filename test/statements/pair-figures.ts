import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { choosePairs, likenessesOf } from '../../src/statements/choose-pair.ts'
import { pairFeatures } from '../../src/statements/pair-features.ts'

interface Text {
  readonly title: string
  readonly text: string
  readonly published: string
  readonly firstSeen: string
}

/** Two texts, and whether they are one statement. */
interface PairCase {
  readonly id: string
  readonly publisher: string
  readonly kind: 'pair' | 'negative'
  readonly ar: Text
  readonly en: Text
}

/** What a publisher published in some days, and which of it belongs together, by places. */
interface DayCase {
  readonly id: string
  readonly ar: readonly Text[]
  readonly en: readonly Text[]
  readonly pairs: readonly (readonly [number, number])[]
}

/** What pairing made of cases. */
export interface PairFigures {
  readonly right: number
  readonly wrong: number
  readonly all: number
  /** In words, for whoever mends the scorer. */
  readonly faults: readonly string[]
}

function read<T>(name: string): T[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'pairs', `${name}.json`), 'utf8')) as T[]
}

const featuresOf = (text: Text, language: 'ar' | 'en') => pairFeatures({ ...text, language })

/** Each case by itself: two texts, nothing to choose from. The hardest question, and not the product's. */
export function oneByOne(name: string): PairFigures {
  let [right, wrong, all] = [0, 0, 0]
  const faults: string[] = []
  for (const { id, kind, ar, en } of read<PairCase>(name)) {
    const arabic = { number: 1, features: featuresOf(ar, 'ar') }
    const english = { number: 2, features: featuresOf(en, 'en') }
    const isTied = choosePairs(likenessesOf(arabic, [english])).length > 0
    if (kind === 'pair') all += 1
    if (isTied && kind === 'pair') right += 1
    if (isTied && kind === 'negative') wrong += 1
    if (isTied !== (kind === 'pair')) faults.push(id)
  }
  return { right, wrong, all, faults }
}

/** Each publisher's texts together, one after the other as they were seen: what the product does. */
export function byPublisher(name: string): PairFigures {
  const figures = [...Map.groupBy(read<PairCase>(name), ({ publisher }) => publisher).values()].map(
    (cases) => {
      const key = ({ title, published, text }: Text) => [title, published, text].join('\n')
      const texts = new Map<string, { text: Text; language: 'ar' | 'en' }>()
      for (const { ar, en } of cases) {
        texts.set(key(ar), { text: ar, language: 'ar' })
        texts.set(key(en), { text: en, language: 'en' })
      }
      const truth = cases
        .filter(({ kind }) => kind === 'pair')
        .map(({ ar, en }): [string, string] => [key(ar), key(en)])
      return tied(
        [...texts].map(([id, one]) => ({ id, ...one })),
        truth,
      )
    },
  )
  return figures.reduce(added)
}

export function byDay(): PairFigures {
  const figures = read<DayCase>('days').map(({ id, ar, en, pairs }) =>
    tied(
      [
        ...ar.map((text, at) => ({ id: `${id} ar ${at}`, text, language: 'ar' as const })),
        ...en.map((text, at) => ({ id: `${id} en ${at}`, text, language: 'en' as const })),
      ],
      pairs.map(([one, other]): [string, string] => [`${id} ar ${one}`, `${id} en ${other}`]),
    ),
  )
  return figures.reduce(added)
}

function added(one: PairFigures, other: PairFigures): PairFigures {
  return {
    right: one.right + other.right,
    wrong: one.wrong + other.wrong,
    all: one.all + other.all,
    faults: [...one.faults, ...other.faults],
  }
}

interface Arrival {
  readonly id: string
  readonly text: Text
  readonly language: 'ar' | 'en'
}

/** As `objects/infer-pairs.ts` ties in the end, whatever the order in which the texts came. */
function tied(
  arrivals: readonly Arrival[],
  truth: readonly (readonly [string, string])[],
): PairFigures {
  const of = (wanted: 'ar' | 'en') =>
    arrivals.flatMap(({ text, language }, number) =>
      language === wanted ? [{ number, features: featuresOf(text, language) }] : [],
    )
  const english = of('en')
  const made = choosePairs(of('ar').flatMap((one) => likenessesOf(one, english))).map(
    ({ ar, en }) => `${arrivals[ar]?.id}\t${arrivals[en]?.id}`,
  )
  const wanted = new Set(truth.map((pair) => pair.join('\t')))
  const right = made.filter((pair) => wanted.has(pair))
  const faults = [
    ...made.filter((pair) => !wanted.has(pair)).map((pair) => `tied: ${pair}`),
    ...[...wanted].filter((pair) => !made.includes(pair)).map((pair) => `missed: ${pair}`),
  ]
  return { right: right.length, wrong: made.length - right.length, all: wanted.size, faults }
}

export const precision = ({ right, wrong }: PairFigures) => right / (right + wrong)
export const recall = ({ right, all }: PairFigures) => right / all
