/** How a tag of somebody else's html is read. Whatever is not listed is transparent: its text counts. */
export type TagRole =
  | { readonly kind: 'block'; readonly as: BlockTag }
  | { readonly kind: 'list'; readonly as: 'ul' | 'ol' }
  | { readonly kind: 'item' }
  | { readonly kind: 'quote' }
  | { readonly kind: 'inline'; readonly as: 'strong' | 'em' }
  | { readonly kind: 'link' }
  | { readonly kind: 'line' }
  /** Ends the paragraph before and begins another. */
  | { readonly kind: 'break' }
  /** Keeps words apart without ending the paragraph: cells of a row. */
  | { readonly kind: 'gap' }
  /** Goes with all that is inside. */
  | { readonly kind: 'drop' }
  | { readonly kind: 'transparent' }

type BlockTag = 'p' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'

const DROPPED =
  'script style svg math iframe frame frameset noframes object embed applet form noscript template ' +
  'textarea title head select option button datalist canvas audio video map xmp plaintext noembed ' +
  'listing dialog nav'

const BREAKING =
  'div section article main header footer aside address figure figcaption table caption thead tbody ' +
  'tfoot tr dl dt dd pre center details summary hgroup fieldset legend body html hr menu dir'

const ROLES: ReadonlyMap<string, TagRole> = new Map<string, TagRole>([
  ...DROPPED.split(' ').map((tag) => [tag, { kind: 'drop' }] as const),
  ...BREAKING.split(' ').map((tag) => [tag, { kind: 'break' }] as const),
  ['p', { kind: 'block', as: 'p' }],
  // The statement's own title is our h1.
  ['h1', { kind: 'block', as: 'h2' }],
  ['h2', { kind: 'block', as: 'h2' }],
  ['h3', { kind: 'block', as: 'h3' }],
  ['h4', { kind: 'block', as: 'h4' }],
  ['h5', { kind: 'block', as: 'h5' }],
  ['h6', { kind: 'block', as: 'h6' }],
  ['ul', { kind: 'list', as: 'ul' }],
  ['ol', { kind: 'list', as: 'ol' }],
  ['li', { kind: 'item' }],
  ['blockquote', { kind: 'quote' }],
  ['strong', { kind: 'inline', as: 'strong' }],
  ['b', { kind: 'inline', as: 'strong' }],
  ['em', { kind: 'inline', as: 'em' }],
  ['i', { kind: 'inline', as: 'em' }],
  ['a', { kind: 'link' }],
  ['br', { kind: 'line' }],
  ['td', { kind: 'gap' }],
  ['th', { kind: 'gap' }],
])

const TRANSPARENT: TagRole = { kind: 'transparent' }

export function roleOf(tag: string): TagRole {
  return ROLES.get(tag) ?? TRANSPARENT
}

/** Tags that never have content nor an end tag (HTML Standard, 13.1.2). */
export const VOID_TAGS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

export function isListOrQuote({ kind }: TagRole): boolean {
  return kind === 'list' || kind === 'quote'
}

export function isContainer(role: TagRole): boolean {
  return role.kind === 'item' || isListOrQuote(role)
}

/** Whether text before and behind this tag stands in two paragraphs. */
export function endsParagraph(role: TagRole): boolean {
  return role.kind === 'block' || role.kind === 'break' || isContainer(role)
}
