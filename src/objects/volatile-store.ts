import type { Verdict, VolatilePart } from '../statements/volatility.ts'
import type { Settings } from './settings.ts'

/** What was learned of each source's pages. */
export class VolatileStore {
  readonly #settings: Settings

  constructor(settings: Settings) {
    this.#settings = settings
  }

  of(source: string): readonly VolatilePart[] {
    return this.#settings.load<readonly VolatilePart[]>(nameOf(source)) ?? []
  }

  all(sources: readonly { readonly id: string }[]): Record<string, readonly VolatilePart[]> {
    return Object.fromEntries(sources.map(({ id }) => [id, this.of(id)]))
  }

  save(source: string, parts: readonly VolatilePart[]): void {
    this.#settings.save(nameOf(source), parts)
  }

  /** The operator's word about a part; false where there is no such part. */
  judge(source: string, key: string, verdict: Verdict): boolean {
    const parts = this.of(source)
    if (!parts.some((part) => part.key === key)) return false
    this.save(
      source,
      parts.map((part) => (part.key === key ? { ...part, verdict } : part)),
    )
    return true
  }

  /** Takes out what may show a line of an erased statement: samples, and what it alone taught. */
  forget(source: string, number: number): void {
    const parts = this.of(source)
    const isOf = (part: VolatilePart) => part.statements.some((one) => one.number === number)
    if (!parts.some(isOf)) return
    const left = parts.flatMap((part): VolatilePart[] => {
      if (!isOf(part)) return [part]
      const statements = part.statements.filter((one) => one.number !== number)
      return statements.length === 0 ? [] : [{ ...part, statements, sample: '' }]
    })
    this.save(source, left)
  }

  /** Forgets all that was learned: the publisher is erased. */
  clear(): void {
    this.#settings.removeAll('volatile:')
  }
}

function nameOf(source: string): string {
  return `volatile:${source}`
}
