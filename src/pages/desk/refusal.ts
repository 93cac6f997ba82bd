import type { Words } from '../../text/language.ts'

/** What the API answered instead of doing what was asked. */
export interface DeskRefusal {
  readonly told: Words
  /** By the name of the form's field. */
  readonly fields: ReadonlyMap<string, Words>
}

/** What became of the last thing asked; said at the top of the page. */
export type Outcome =
  | { readonly kind: 'done'; readonly text: string; readonly secret?: string }
  | { readonly kind: 'failed'; readonly text: string; readonly detail?: string }
