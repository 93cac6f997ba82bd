/** Where a platform keeps the parts of an article's page. */
export interface ArticleRecipe {
  readonly platform: string
  /** Names as in `PageNode.names`: a class, or an id with `#`. */
  readonly body: readonly string[]
  readonly title?: readonly string[]
  readonly date?: readonly string[]
  readonly author?: readonly string[]
}

/** In order of trust: the first whose body stands on the page with text in it is taken. */
export const ARTICLE_RECIPES: readonly ArticleRecipe[] = [
  {
    // Themes of JNews' family put share bars into `entry-content` and the text into `content-inner`.
    platform: 'WordPress, JNews',
    body: ['content-inner'],
    title: ['jeg_post_title'],
    date: ['jeg_meta_date'],
    author: ['jeg_meta_author'],
  },
  {
    platform: 'WordPress, Newspaper',
    body: ['td-post-content'],
    title: ['entry-title', 'tdb-title-text'],
    date: ['td-post-date', 'entry-date'],
    author: ['td-post-author-name'],
  },
  {
    platform: 'WordPress',
    body: [
      'entry-content',
      'post-content',
      'single-content',
      'wp-block-post-content',
      'elementor-widget-theme-post-content',
      'post_content',
      'the-content',
    ],
    title: ['entry-title', 'post-title'],
    date: ['entry-date', 'post-date', 'published', 'posted-on', 'updated'],
    author: ['author', 'byline', 'entry-author'],
  },
  {
    platform: 'Joomla K2',
    // `itemBody` first: it holds the opening (`itemIntroText`) as well as the rest (`itemFullText`).
    body: ['itembody', 'itemfulltext', 'catitembody', 'genericitembody'],
    title: ['itemtitle', 'catitemtitle'],
    date: ['itemdatecreated', 'catitemdatecreated'],
    author: ['itemauthor'],
  },
  {
    platform: 'Joomla',
    body: ['com-content-article__body', 'item-page', 'article-content'],
    title: ['page-header'],
    date: ['published', 'create', 'com-content-article__info'],
    author: ['createdby'],
  },
  {
    platform: 'Drupal',
    body: ['field--name-body', 'field-name-body', 'node__content', 'field--name-field-body'],
    title: ['page-title', 'field--name-title', '#page-title'],
    date: ['field--name-field-date', 'field-name-field-date', 'node__submitted', 'submitted'],
    author: ['field--name-field-author'],
  },
  {
    platform: 'Blogger',
    body: ['post-body'],
    title: ['post-title'],
    date: ['date-header', 'published'],
    author: ['post-author'],
  },
]

/** Words that name parts around a text. A whole class, or its first or last word. */
const FRAME_WORDS =
  'comments?|repl(?:y|ies)|respond|side-?bar|footer|related|recommended|breadcrumbs?|ticker|breaking|newsbar|marquee|' +
  'menu|navbar|nav|share|sharing|social|banner|cookies?|popup|modal|newsletter|subscribe|search|topbar|' +
  'top-bar|top_date|top_bar|pagination|prevnext|post-navigation'

/** Lists of other texts: noise inside a text, and on a list's own page perhaps the list. */
const LIST_WORDS = 'latest|most-read|popular|trending|readmore'

/** Parts around a text, never it: by class or id. "has-sidebar" says something of a whole page. */
export const FRAME_NAMES = new RegExp(
  ` (?:#?(?:(?:${FRAME_WORDS})(?:[-_]\\S*)?|(?!has-|no-|with-)\\S+[-_](?:${FRAME_WORDS}))) `,
)

/** Parts inside a text that are none of it. */
export const NOISE_NAMES = new RegExp(
  ` (?:#?(?:(?:${FRAME_WORDS}|${LIST_WORDS}|tags?|print|author|byline|views?|hits|counter|toolbar|tools|rating|ads?|advert\\S*|meta|` +
    'itemtoolbar|itemtags\\S*|itemhits|itemsocial\\S*|itemrelated|itemnavigation|itemcontentfooter|itemimageblock|page-links|paywall|' +
    'audio-player|td-a-rec|kg-signup-card|kg-cta-card|wpml-ls\\S*|sr-only|' +
    `screen-reader-text|visually-hidden|sharedaddy|jp-relatedposts|jeg_\\S*(?:share|meta|ad)\\S*)(?:[-_]\\S*)?|` +
    `\\S*(?:related|social|share)\\S*|\\S+[-_](?:${FRAME_WORDS}|tags|print|views|hits|counter|toolbar|byline|author-?box|meta))) `,
)
