import { fold } from '../text/fold.ts'
import type { Words } from '../text/language.ts'

/**
 * A named list of words and phrases that mean one thing, over languages, spellings and
 * transliterations. A query names it as `@id`, or by either name: `@chemical_weapons`.
 */
export interface Concept {
  readonly id: string
  readonly name: Words
  /** Words or phrases; a single word may end in `*` or `~1`. Any of them is a hit. */
  readonly terms: readonly string[]
}

/** The concepts that queries may name. */
export class Concepts {
  readonly #byName = new Map<string, Concept>()

  constructor(concepts: readonly Concept[] = []) {
    for (const concept of concepts) this.#byName.set(concept.id, concept)
    for (const concept of concepts) {
      for (const key of conceptKeys(concept)) {
        if (!this.#byName.has(key)) this.#byName.set(key, concept)
      }
    }
  }

  find(name: string): Concept | undefined {
    return this.#byName.get(name.toLowerCase()) ?? this.#byName.get(conceptKey(name))
  }
}

export const NO_CONCEPTS = new Concepts()

/** All by which a query may name a concept. */
export function conceptKeys({ id, name }: Concept): string[] {
  return [id, name.ar, name.en].map(conceptKey)
}

/** Names are compared folded; between the words of a name stands what can be typed in a query. */
function conceptKey(name: string): string {
  return fold(name)
    .text.trim()
    .replace(/[\s_-]+/g, '_')
}
