/**
 * Parts of article pages that are not text of the statement, by the class names of widespread
 * themes and plugins. One selector list for HTMLRewriter.
 */
export const VOLATILE_PARTS: readonly string[] = [
  // Share bars: Jetpack, AddToAny, AddThis, JNews, K2, Social Warfare.
  '.sharedaddy',
  '.addtoany_share_save_container',
  '.addthis_toolbox',
  '.jeg_share_button',
  '.jnews_inline_related_post',
  '.itemSocialSharing',
  '.swp_social_panel',
  '.share-buttons',
  '.social-share',
  '[class*="share-bar"]',
  // Counters: WP-PostViews, Post Views Counter, K2.
  '.post-views',
  '.entry-views',
  '.itemHits',
  '.jeg_meta_views',
  '.views-count',
  // Related lists and navigation between posts.
  '.jp-relatedposts',
  '.related-posts',
  '.itemRelated',
  '.yarpp-related',
  '.jeg_prevnext_post',
  '.post-navigation',
  // Buttons: letter size and print in K2.
  '.itemToolbar',
  '.print-button',
  // Tags, author boxes, comments.
  '.post-tags',
  '.itemTagsBlock',
  '.author-box',
  '#comments',
  '.comments-area',
  '.comment-respond',
]
