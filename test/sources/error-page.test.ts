import { describe, expect, it } from 'vitest'
import { refuseErrorPage } from '../../src/sources/error-page.ts'
import { atom, ENTRY, ITEM, rss } from './documents.ts'
import { cpuClock } from '../cpu-clock.ts'

function answerWith(text: string, status = 200, headers: Record<string, string> = {}) {
  const bytes = new TextEncoder().encode(text)
  return {
    kind: 'answer' as const,
    url: 'https://majlis.example/',
    status,
    headers: new Headers(headers),
    bytes,
  }
}

const page = (title: string, body = '') =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`
const STATEMENT = `<h1>بيان صحفي</h1>${'<p>أكد المجلس في بيانه أن اللجنة ستعلن نتائج عملها قريباً.</p>'.repeat(60)}`
const MENUS = '<ul><li><a href="/x">الأخبار والبيانات والتقارير</a></li></ul>'.repeat(200)

describe('refuses', () => {
  it.each([
    {
      reason: 'challenge',
      because: 'the header says so, with 403',
      text: page('x'),
      status: 403,
      headers: { 'cf-mitigated': 'challenge' },
    },
    {
      reason: 'challenge',
      because: '"Just a moment" with 503',
      text: page('Just a moment...'),
      status: 503,
    },
    {
      reason: 'challenge',
      because: '"Just a moment" with 200',
      text: page('Just a moment…', MENUS),
    },
    {
      reason: 'challenge',
      because: 'the options object',
      text: page('majlis.example', '<script>window._cf_chl_opt={cType:"managed"}</script>'),
    },
    {
      reason: 'challenge',
      because: 'a block page',
      text: page('Attention Required! | Cloudflare'),
      status: 403,
    },
    {
      reason: 'challenge',
      because: 'a captcha and nothing else',
      text: page('majlis.example', '<form><div class="g-recaptcha"></div></form>'),
    },
    {
      reason: 'challenge',
      because: 'a cookie wall',
      text: '<html><body><script>document.cookie="k=1; path=/";location.reload()</script></body></html>',
    },
    {
      reason: 'challenge',
      because: 'scripts wanted',
      text: page('majlis.example', '<h1>Please enable JavaScript to continue</h1>'),
    },
    { reason: 'challenge', because: 'a bot wall in Arabic', text: page('تحقّق من أنك إنسان') },
    {
      reason: 'challenge',
      because: 'the browser is checked',
      text: page('x', '<h1>Checking your browser before accessing majlis.example</h1>'),
    },
    {
      reason: 'soft-404',
      because: 'a theme prints its menus around 404',
      text: page('الصفحة غير موجودة – المجلس', MENUS),
    },
    {
      reason: 'soft-404',
      because: '404 in English',
      text: page('Page not found &#8211; The Council', MENUS),
    },
    { reason: 'soft-404', because: '404 as a part of the title', text: page('404 | المجلس') },
    {
      reason: 'soft-404',
      because: 'only the heading says so',
      text: page('المجلس', '<h1>عفواً، الصفحة المطلوبة غير موجودة</h1>'),
    },
    {
      reason: 'soft-404',
      because: 'the database of WordPress',
      text: page('Database Error', '<h1>Error establishing a database connection</h1>'),
    },
    {
      reason: 'soft-404',
      because: 'the database in Arabic',
      text: page('المجلس', '<h1>خطأ في الاتصال بقاعدة البيانات</h1>'),
    },
    {
      reason: 'soft-404',
      because: 'no html at all',
      text: 'Error establishing a database connection',
    },
    {
      reason: 'soft-404',
      because: 'maintenance of WordPress',
      text: page(
        'Maintenance',
        '<h1>Briefly unavailable for scheduled maintenance. Check back in a minute.</h1>',
      ),
    },
    { reason: 'soft-404', because: 'maintenance in Arabic', text: page('الموقع تحت الصيانة') },
    {
      reason: 'soft-404',
      because: 'maintenance in a heading',
      text: page('المجلس', '<h1>عذراً، الموقع قيد الصيانة حالياً</h1>'),
    },
    {
      reason: 'soft-404',
      because: 'a login',
      text: page('تسجيل الدخول « المجلس', '<form><input type=password></form>'),
    },
    { reason: 'soft-404', because: 'a suspended account', text: page('Account Suspended') },
    { reason: 'soft-404', because: 'a directory listing', text: page('Index of /news') },
    { reason: 'soft-404', because: 'a fresh server', text: page('Welcome to nginx!') },
    {
      reason: 'soft-404',
      because: 'the name is for sale',
      text: page('majlis.example is for sale'),
    },
    { reason: 'empty', because: 'no bytes', text: '' },
    { reason: 'empty', because: '204', text: '', status: 204 },
    { reason: 'gone', because: '410', text: page('x'), status: 410 },
    { reason: 'status', because: '404 honestly', text: page('Not found'), status: 404 },
    { reason: 'status', because: '500', text: '', status: 500 },
    { reason: 'status', because: 'a plain 403', text: page('Forbidden'), status: 403 },
    { reason: 'status', because: 'a redirect that was not followed', text: '', status: 302 },
  ])('$reason: $because', ({ reason, text, status, headers }) => {
    const refusal = refuseErrorPage(answerWith(text, status, headers), text)
    expect(refusal).toMatchObject({ kind: 'refused', reason, status: status ?? 200 })
  })
})

describe('does not refuse', () => {
  it.each([
    { because: 'a statement', text: page('بيان صحفي – المجلس', STATEMENT) },
    {
      because: 'a statement about maintenance',
      text: page('بيان حول صيانة خطوط الكهرباء – المجلس', STATEMENT),
    },
    {
      because: 'a statement that inspectors were denied access',
      text: page('Inspectors: access denied again | The Council', STATEMENT),
    },
    {
      because: 'a short statement about a database',
      text: page('المجلس', '<h1>بيان حول قاعدة البيانات المسروقة</h1><p>نص قصير</p>'),
    },
    { because: 'a statement whose number is 404', text: page('القرار 404 للمجلس', STATEMENT) },
    {
      because: 'a contact form with a captcha under a statement',
      text: page('بيان', `${STATEMENT}<div class="g-recaptcha"></div>`),
    },
    {
      because: 'the script that Cloudflare puts into good pages',
      text: page(
        'بيان',
        `${STATEMENT}<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>`,
      ),
    },
    {
      because: 'analytics set cookies too',
      text: page('بيان', `${STATEMENT}<script>document.cookie="a=1";location.href</script>`),
    },
    {
      because: 'a feed whose entry is called "Not found"',
      text: rss(ITEM.replace('بيان أول', 'Not found')),
    },
    { because: 'a feed titled "404"', text: atom(ENTRY).replace('<title>المجلس', '<title>404') },
    {
      because: 'a JSON feed',
      text: '{"version":"https://jsonfeed.org/version/1.1","title":"404","items":[]}',
    },
    {
      because: 'a listing with a login in its menu',
      text: page('الأخبار – المجلس', `<a>تسجيل الدخول</a>${MENUS}`),
    },
    { because: 'bytes that cannot be decoded are refused elsewhere', text: '\u0000' },
  ])('$because', ({ text }) => {
    expect(refuseErrorPage(answerWith(text), text)).toBeUndefined()
  })

  it('a page of a megabyte costs little', () => {
    const evil = page('x', `<h1>${'<!--'.repeat(100_000)}${'<script '.repeat(60_000)}`)
    const spent = cpuClock()
    refuseErrorPage(answerWith(evil), evil)
    expect(spent()).toBeLessThan(500)
  })
})
