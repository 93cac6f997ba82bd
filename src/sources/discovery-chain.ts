import type { ReadableKind } from './source.ts'

/** The kinds in the order in which they are tried. */
export const CHAIN: readonly ReadableKind[] = ['feed', 'wordpress', 'sitemap', 'html']
