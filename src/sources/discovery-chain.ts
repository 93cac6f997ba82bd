import type { ReadableKind } from './source.ts'

/** The kinds in the order in which they are tried; a broken path falls to what stands behind it. */
export const CHAIN: readonly ReadableKind[] = ['feed', 'wordpress', 'sitemap', 'html']
