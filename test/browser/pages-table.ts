/** Every page that people look at, by a name for its screenshot. */
export const PUBLIC_PAGES: Readonly<Record<string, string>> = {
  front: '/',
  search: '/?q=%D8%A7%D9%84%D8%AC%D8%B3%D8%B1',
  statement: '/statements/madina-2',
  diff: '/statements/madina-2/revisions/2',
  publisher: '/publishers/madina',
  feed: '/feeds/madina/both',
  status: '/status',
  api: '/api',
  nothing: '/nothing-here',
}

export const DESK_PAGES: Readonly<Record<string, string>> = {
  desk: '/desk',
  sources: '/desk/sources',
  source: '/desk/sources/madina/madina-ar',
  'publisher-settings': '/desk/publishers/madina',
  watches: '/desk/watches',
  concepts: '/desk/concepts',
  endpoints: '/desk/endpoints',
  endpoint: '/desk/endpoints/newsroom',
  deliveries: '/desk/deliveries',
  backup: '/desk/backup',
  translation: '/desk/translation',
}

/** The page in one language, whatever else its address asks for. */
export function inLanguage(path: string, lang: 'ar' | 'en'): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`
}
