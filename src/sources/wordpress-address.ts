/** Posts a request: as many as a newsroom publishes between two polls, and some more. */
const POSTS = '20'

/** All that is read; without the list each post brings 5 KB of links. */
const FIELDS =
  'id,date,date_gmt,modified,modified_gmt,link,title,content,lang,translations,wpml_current_locale,wpml_translations'

/**
 * The address that answers a WordPress site's posts, from the site's address, its interface's root
 * or a query of posts (`…/wp-json/wp/v2/posts?categories=5`), whose own parameters stay.
 */
export function postsAddress(address: string): string {
  const url = new URL(address)
  const route = url.searchParams.get('rest_route')
  const api = /^(.*?\/wp-json)(?:\/|$)/.exec(url.pathname)?.[1]
  if (route !== null) {
    if (!route.startsWith('/wp/v2/posts')) url.searchParams.set('rest_route', '/wp/v2/posts')
  } else if (api === undefined) {
    url.pathname = '/wp-json/wp/v2/posts'
    url.search = ''
  } else {
    const category = /\/wp\/v2\/(categories|tags)\/(\d+)/.exec(url.pathname)
    if (category !== null) url.searchParams.set(category[1] ?? '', category[2] ?? '')
    url.pathname = `${api}/wp/v2/posts`
  }
  url.hash = ''
  if (!url.searchParams.has('per_page')) url.searchParams.set('per_page', POSTS)
  url.searchParams.set('_fields', FIELDS)
  return url.href
}

/** The site that gives out ids, so that two sites' post 7 are two: host and folder, without `www.`. */
export function postsRoot(address: string): string {
  const url = new URL(address)
  const folder = url.pathname.replace(/\/wp-json(?:\/.*)?$|\/index\.php.*$|\/$/, '')
  return `${url.host.replace(/^www\./, '')}${folder}`
}
