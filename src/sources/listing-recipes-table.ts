import type { Selectors } from './source.ts'

/** How the lists of a known platform are read where the operator names nothing. */
export interface ListingRecipe {
  readonly platform: string
  /** What gives the platform away, anywhere in the page's markup. */
  readonly sign: RegExp
  /** What says that it is not this one all the same. */
  readonly unless?: RegExp
  readonly selectors: Selectors
  /** Does the list carry whole statements? Else their own pages are read. */
  readonly whole: boolean
}

/** In order: the first whose sign is there and whose selectors find entries. */
export const LISTING_RECIPES: readonly ListingRecipe[] = [
  {
    // Month and day pages: `/date/2018/10.html?catid=10`. "Read more" leads to texts that are cut.
    platform: 'Joomla K2, whole texts',
    sign: /class="[^"]*\bcatItemView\b/,
    unless: /catItemReadMore/,
    whole: true,
    selectors: {
      item: '.catItemView',
      link: '.catItemTitle a[href]',
      title: '.catItemTitle',
      date: '.catItemDateCreated',
      remove: [
        '.catItemHeader',
        '.catItemAuthor',
        '.catItemToolbar',
        '.catItemHitsBlock',
        '.catItemCategory',
        '.catItemTagsBlock',
        '.catItemLinks',
        '.catItemImageBlock',
        '.catItemCommentsLink',
        '.catItemDateModified',
      ],
    },
  },
  {
    platform: 'Joomla K2, excerpts',
    sign: /class="[^"]*\bcatItemView\b/,
    whole: false,
    selectors: {
      item: '.catItemView',
      link: '.catItemTitle a[href]',
      title: '.catItemTitle',
      date: '.catItemDateCreated',
      excerpt: '.catItemIntroText',
    },
  },
  {
    platform: 'WordPress, JNews',
    sign: /class="[^"]*\bjeg_post_title\b/,
    whole: false,
    selectors: {
      item: '.jeg_posts .jeg_post',
      link: '.jeg_post_title a[href]',
      date: '.jeg_meta_date',
      excerpt: '.jeg_post_excerpt p',
    },
  },
  {
    platform: 'WordPress',
    sign: /\/wp-content\//,
    whole: false,
    selectors: {
      item: 'article',
      link: 'h1 a[href], h2 a[href], h3 a[href], h4 a[href]',
      date: 'time, .entry-date, .post-date, .posted-on',
      excerpt: '.entry-summary, .entry-excerpt, .excerpt',
    },
  },
  {
    platform: 'Drupal',
    sign: /data-drupal-|Drupal\.settings|\/sites\/default\/files\//,
    whole: false,
    selectors: {
      item: '.views-row',
      link: 'h2 a[href], h3 a[href], h4 a[href], .views-field-title a[href], .field--name-title a[href]',
      date: 'time, .date-display-single, .field--name-field-date, .views-field-created',
      excerpt: '.views-field-body, .field--name-body',
    },
  },
  {
    platform: 'HTML5 article',
    sign: /<article[\s>]/i,
    whole: false,
    selectors: {
      item: 'article',
      link: 'h1 a[href], h2 a[href], h3 a[href], h4 a[href]',
      date: 'time',
    },
  },
]
