import type { Prose } from './prose.ts'

export interface Answer {
  readonly status?: number
  readonly type?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Where the answer came from after redirects. */
  readonly landed?: string
}

export interface Statement {
  readonly url: string
  readonly title: string
  /** The first letters of the ISO moment; null: there is no date to be had. */
  readonly published: string | null
  readonly language?: 'ar' | 'en'
  readonly text: readonly string[]
}

/** A whole site, and what a careful person would say that it publishes. */
export interface FieldCase {
  readonly name: string
  readonly language: 'ar' | 'en'
  /** What the operator pastes. */
  readonly url: string
  readonly pages: Readonly<Record<string, string | Answer>>
  /** By which path; left out where several would be right. */
  readonly kind?: string
  /** All statements of the listing, in its order. */
  readonly statements?: readonly Statement[]
  /** Instead: nothing is read here, for one of these reasons. */
  readonly refused?: readonly string[]
  /** What changes at the next visit though nobody published anything: no change may come of it. */
  readonly visit?: Readonly<Record<string, string | Answer>>
}

export const statement = (
  site: string,
  { slug, title, text, day }: Prose,
  path = (name: string) => `/${name}`,
  more: Partial<Statement> = {},
): Statement => ({ url: site + path(slug), title, published: day, text, ...more })
