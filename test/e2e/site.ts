import { type Loopback, type Page, loopback } from './loopback.ts'

/** One article of the site. */
interface Article {
  readonly slug: string
  title: string
  paragraphs: readonly string[]
}

export interface Site extends Loopback {
  /** Newest first, as the listing shows them. */
  readonly articles: Article[]
  /** Answers in place of the listing while it is set. */
  broken: Page | 'drop' | 'hang' | undefined
  /** Visits so far: every page shows its own counter. */
  views: number
}

export const SELECTORS = {
  item: '.items .item',
  link: 'h2 a',
  title: 'h2',
  body: '.article-body',
  articleTitle: 'h1.title',
  articleDate: '.meta .date',
  remove: ['.share', '.views'],
}

/** A site as publishers have them: a listing, and article pages with author, date, counter, body. */
export async function startSite(): Promise<Site> {
  const articles: Article[] = []
  const state = { broken: undefined as Page | 'drop' | 'hang' | undefined, views: 320 }
  const server = await loopback(({ url = '' }) => {
    state.views += 1
    const path = decodeURIComponent(url)
    if (path === '/news') return state.broken ?? { body: listing(articles, state.views) }
    const article = articles.find(({ slug }) => path === `/news/${slug}`)
    return article === undefined
      ? { status: 404, body: 'no such page' }
      : { body: page(article, state.views) }
  })
  return {
    ...server,
    articles,
    get broken() {
      return state.broken
    },
    set broken(page) {
      state.broken = page
    },
    get views() {
      return state.views
    },
    set views(views) {
      state.views = views
    },
  }
}

function listing(articles: readonly Article[], views: number): string {
  const items = articles
    .map(
      ({ slug, title }) =>
        `<div class="item"><h2><a href="/news/${encodeURIComponent(slug)}">${escaped(title)}</a></h2></div>`,
    )
    .join('\n')
  return `<!doctype html><html lang="ar" dir="rtl"><head><title>الأخبار</title></head><body>
<header>الجمعة, 2 مايو, 2025 <span class="views">المشاهدات : ${views}</span></header>
<div class="items">${items}</div></body></html>`
}

function page({ title, paragraphs }: Article, views: number): string {
  return `<!doctype html><html lang="ar" dir="rtl"><head><title>${escaped(title)}</title></head><body>
<header>الجمعة, 2 مايو, 2025</header>
<h1 class="title">${escaped(title)}</h1>
<div class="meta"><span>الكاتب : أسرة التحرير</span> <span class="date">التاريخ : 26 نوفمبر 2018 م</span> <span class="views">المشاهدات : ${views}</span></div>
<div class="article-body"><div class="share">شارك</div>${paragraphs.map((one) => `<p>${escaped(one)}</p>`).join('\n')}
<p class="views">المشاهدات : ${views}</p></div></body></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
