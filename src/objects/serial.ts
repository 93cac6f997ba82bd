/**
 * One thing after the other: rounds of one object never interleave.
 *
 * An object runs one event at a time but lets another begin while the first awaits a fetch. Two
 * rounds could then both find a statement unknown, and number it twice.
 */
export class Serial {
  #last: Promise<unknown> = Promise.resolve()

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work, work)
    this.#last = result.catch(() => undefined)
    return result
  }
}
