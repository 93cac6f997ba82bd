import type { Answer, FieldCase } from './field-case.ts'

/** What answers 200 (or something else) and is no list and no statement. */
export interface Wall {
  readonly name: string
  readonly answer: Answer
  /** The reasons that tell the operator what it is. */
  readonly refused: readonly string[]
}
const page = (title: string, body: string, head = '', lang = 'en') =>
  `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`

export const WALLS: readonly Wall[] = [
  {
    name: 'Cloudflare, managed challenge, 200',
    answer: {
      headers: { server: 'cloudflare' },
      body: page(
        'Just a moment...',
        '<div class="main-wrapper" role="main"><div class="main-content"><noscript><div class="h2"><span id="challenge-error-text">Enable JavaScript and cookies to continue</span></div></noscript></div></div><script>(function(){window._cf_chl_opt={cvId:"3",cZone:"x.test",cType:"managed"};var a=document.createElement("script");a.src="/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1";})();</script>',
        '<meta name="robots" content="noindex,nofollow"><meta http-equiv="refresh" content="360">',
      ),
    },
    refused: ['challenge'],
  },
  {
    name: 'Cloudflare in Arabic, 200',
    answer: {
      body: page(
        'لحظة من فضلك...',
        '<div class="main-wrapper"><h1 class="zone-name-title">wadi.test</h1><h2>يتم التحقق من أنك إنسان. قد يستغرق ذلك بضع ثوانٍ.</h2><p>يحتاج wadi.test إلى مراجعة أمان الاتصال قبل المتابعة.</p></div><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script><script>window._cf_chl_opt={}</script>',
        '',
        'ar',
      ),
    },
    refused: ['challenge'],
  },
  {
    name: 'Sucuri, the page of its firewall, 200',
    answer: {
      body: page(
        'You are being redirected...',
        '<noscript>Javascript is required. Please enable javascript before you are allowed to see this page.</noscript><script>var s={},u,c,U,r,i,l=0,a,e=eval,w=String.fromCharCode,sucuri_cloudproxy_js="",S="cz0nMic";L=S.length;U=0;r="";</script>',
      ),
    },
    refused: ['challenge'],
  },
  {
    name: 'Sucuri, access denied, 200',
    answer: {
      body: page(
        'Sucuri WebSite Firewall - Access Denied',
        '<div id="main-container"><header class="app-header clearfix"><span class="logo-neartext">Website Firewall</span></header><section class="app-content access-denied"><h1>Access Denied - Sucuri Website Firewall</h1><p>If you are the site owner (or you manage this site), please whitelist your IP or if you think this block is an error please open a support ticket.</p><h2>Block details:</h2><table><tr><td>Your IP:</td><td>203.0.113.4</td></tr><tr><td>Block ID:</td><td>BNP005</td></tr></table></section></div>',
      ),
    },
    refused: ['challenge'],
  },
  {
    name: 'DDoS-Guard, 200',
    answer: {
      headers: { server: 'ddos-guard' },
      body: page(
        'DDoS-Guard',
        '<div id="ddg-l10n-title"></div><h1 data-translate="checking">Checking your browser before accessing wadi.test.</h1><p>Please wait a few seconds. Once this check is complete, the website will open automatically</p><script src="/.well-known/ddos-guard/js-challenge/index.js"></script>',
      ),
    },
    refused: ['challenge'],
  },
  {
    name: 'Imperva Incapsula, 200',
    answer: {
      body: '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"><meta name="format-detection" content="telephone=no"></head><body style="margin:0px;height:100%"><iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=9-1-0&incident_id=1-2&edet=12&cinfo=04" frameborder=0 width="100%" height="100%">Request unsuccessful. Incapsula incident ID: 1-2</iframe></body></html>',
    },
    refused: ['challenge'],
  },
  {
    name: 'PerimeterX, press and hold, 200',
    answer: {
      body: page(
        'Access to this page has been denied',
        '<section class="px-captcha-container"><h1>Press & Hold to confirm you are a human (and not a bot).</h1><div id="px-captcha"></div><p>Reference ID 1-2-3</p></section><script src="//client.px-cloud.net/x/main.min.js"></script>',
      ),
    },
    refused: ['challenge'],
  },
  {
    name: 'Akamai, access denied with 200',
    answer: {
      body: '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n \nYou don\'t have permission to access "http&#58;&#47;&#47;www&#46;x&#46;test&#47;" on this server.<P>\nReference&#32;&#35;18&#46;1\n</BODY>\n</HTML>',
    },
    refused: ['challenge', 'soft-404'],
  },
  {
    name: 'a hoster’s anti-bot page that sets a cookie by script, 200',
    answer: {
      body: '<html><body><script type="text/javascript" src="/aes.js" ></script><script>function toNumbers(d){var e=[];return e}var a=toNumbers("f655");document.cookie="__test="+a+"; path=/"; location.href="http://x.test/?i=1";</script><noscript>This site requires Javascript to work, please enable Javascript in your browser or use a browser with Javascript support</noscript></body></html>',
    },
    refused: ['challenge'],
  },
  {
    name: 'Anubis, proof of work, 200',
    answer: {
      body: page(
        'Making sure you&#39;re not a bot!',
        '<main><h1 id="title">Making sure you&#39;re not a bot!</h1><img id="image" src="/.within.website/x/cmd/anubis/static/img/pensive.webp"><p id="status">Loading...</p><details><summary>Why am I seeing this?</summary><p>You are seeing this because the administrator of this website has set up Anubis to protect the server against the scourge of AI companies aggressively scraping websites.</p></details></main>',
      ),
    },
    refused: ['challenge'],
  },
  {
    name: 'a parked domain of a registrar',
    answer: {
      body: page(
        'wadi.test',
        '<div id="main"><h1>wadi.test</h1><p>This domain is parked free, courtesy of the registrar.</p><a href="https://www.godaddy.com/domainsearch/find?domainToCheck=wadi.test">Get This Domain</a><ul class="related-links"><li><a href="/?q=news">Daily News Headlines Online</a></li><li><a href="/?q=statement">Bank Statement Templates</a></li><li><a href="/?q=valley">Valley Holiday Cottages</a></li></ul></div>',
      ),
    },
    refused: ['soft-404'],
  },
  {
    name: 'a domain for sale',
    answer: {
      body: page(
        'wadi.test is for sale | HugeDomains',
        '<div class="site"><h1>wadi.test is for sale</h1><p>Buy this domain for $2,395 or start a payment plan.</p><ul><li><a href="/a">Quick delivery of the domain</a></li><li><a href="/b">30-day money back guarantee</a></li><li><a href="/c">Safe and secure shopping</a></li></ul></div>',
      ),
    },
    refused: ['soft-404'],
  },
  {
    name: 'a domain whose registration has run out',
    answer: {
      body: page(
        'wadi.test - Registered at Namecheap.com',
        '<div class="container"><h1>wadi.test</h1><p>This domain has expired. If you owned this domain, contact your domain registration service provider for further assistance.</p></div>',
      ),
    },
    refused: ['soft-404'],
  },
  {
    name: 'an account that the hoster suspended',
    answer: {
      body: page(
        'Account Suspended',
        '<div class="container"><h1>This Account has been suspended.</h1><p>Contact your hosting provider for more information.</p></div>',
      ),
    },
    refused: ['soft-404'],
  },
  {
    name: 'the page of a fresh server',
    answer: {
      body: page(
        'Welcome to nginx!',
        '<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p><p>For online documentation and support please refer to <a href="http://nginx.org/">nginx.org</a>.</p>',
      ),
    },
    refused: ['soft-404', 'not-a-listing', 'empty'],
  },
  {
    name: 'maintenance in Arabic, 200',
    answer: {
      body: page(
        'الموقع تحت الصيانة',
        '<div class="mm-wrapper"><h1>الموقع قيد الصيانة حاليا</h1><p>نعمل على تطوير الموقع وسنعود إليكم قريبا. نشكركم على صبركم وتفهمكم.</p><ul class="social"><li><a href="https://facebook.com/wadi">تابعونا على فيسبوك</a></li><li><a href="https://x.com/wadi">تابعونا على منصة إكس</a></li></ul></div>',
        '',
        'ar',
      ),
    },
    refused: ['soft-404'],
  },
  {
    name: 'maintenance in Arabic: a countdown of an opening soon',
    answer: {
      body: page(
        'قريبا | مجلس الوادي',
        '<div class="seedprod"><h1>قريبا... موقعنا الجديد</h1><p>الموقع مغلق مؤقتا لأعمال التحديث، نعود بعد قليل.</p></div>',
        '',
        'ar',
      ),
    },
    refused: ['soft-404'],
  },
  {
    name: 'WordPress without its database, 200',
    answer: {
      body: page(
        'خطأ في قاعدة البيانات',
        '<div class="wp-die-message"><h1>خطأ في الاتصال بقاعدة البيانات</h1></div>',
        '',
        'ar',
      ),
    },
    refused: ['soft-404'],
  },
  {
    name: 'a soft 404 in Arabic with a search form and newest posts',
    answer: {
      body: page(
        'الصفحة غير موجودة - مجلس الوادي',
        '<header><nav><ul><li><a href="/">الرئيسية</a></li></ul></nav></header><main><section class="error-404 not-found"><h1 class="page-title">عفوا! لا يمكن العثور على هذه الصفحة.</h1><p>يبدو أنه لم يتم العثور على شيء في هذا الموقع. ربما تجرب أحد الروابط أدناه أو البحث؟</p><form><input></form></section></main>',
        '',
        'ar',
      ),
    },
    refused: ['soft-404'],
  },
  {
    name: 'a soft 404 in Arabic of another wording',
    answer: {
      body: page(
        'خطأ 404',
        '<div class="box"><h2>عذراً، الصفحة التي تبحث عنها غير متوفرة</h2><p>ربما تم حذفها أو تغيير عنوانها أو أنها غير متاحة مؤقتا.</p><a href="/">العودة إلى الصفحة الرئيسية</a></div>',
        '',
        'ar',
      ),
    },
    refused: ['soft-404'],
  },
  {
    name: 'an internal error of ASP.NET, 200',
    answer: {
      body: page(
        'Runtime Error',
        "<h1>Server Error in '/' Application.<hr></h1><h2><i>Runtime Error</i></h2><b>Description:</b> An application error occurred on the server. The current custom error settings for this application prevent the details of the application error from being viewed remotely.",
      ),
    },
    refused: ['soft-404'],
  },
  {
    name: 'a redirect to a login page',
    answer: {
      landed: 'https://walls.test/login?returnUrl=%2Fnews',
      body: page(
        'تسجيل الدخول',
        '<form id="login"><h1>تسجيل الدخول</h1><label>اسم المستخدم</label><input name="user"><label>كلمة المرور</label><input type="password" name="pass"><a href="/forgot">هل نسيت كلمة المرور؟</a><a href="/register">إنشاء حساب جديد في الموقع</a></form>',
        '',
        'ar',
      ),
    },
    refused: ['redirects', 'soft-404', 'challenge'],
  },
  {
    name: 'an empty result list in Arabic',
    answer: {
      body: page(
        'نتائج البحث',
        '<header><nav><a href="/">الرئيسية</a><a href="/news">الأخبار</a></nav></header><main><h1>البيانات</h1><div class="view-empty"><p>لا توجد نتائج مطابقة لبحثك. جرّب كلمات أخرى.</p></div></main>',
        '',
        'ar',
      ),
    },
    refused: ['empty', 'not-a-listing', 'soft-404'],
  },
  {
    name: 'a wall of consent that hides the site',
    answer: {
      landed: 'https://consent.walls.test/?continue=x',
      body: page(
        'Before you continue',
        '<main><h1>Before you continue to the site</h1><p>We use cookies and data to deliver and maintain our services, track outages and protect against spam, fraud and abuse.</p><form action="/save"><button>Reject all</button></form><form action="/save"><button>Accept all</button></form><a href="/tech">Privacy policy of the service</a><a href="/terms">Terms of service for everybody</a></main>',
      ),
    },
    refused: ['redirects', 'challenge', 'empty', 'not-a-listing', 'soft-404'],
  },
  {
    name: 'an index of a folder',
    answer: {
      body: '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN"><html><head><title>Index of /</title></head><body><h1>Index of /</h1><table><tr><th>Name</th><th>Last modified</th><th>Size</th></tr><tr><td><a href="cgi-bin/">cgi-bin/</a></td><td>2026-11-01 10:00</td><td>-</td></tr><tr><td><a href="backup-2026-site.zip">backup-2026-site.zip</a></td><td>2026-11-02 10:00</td><td>12M</td></tr><tr><td><a href="old-website-copy/">old-website-copy/</a></td><td>2026-11-03 10:00</td><td>-</td></tr><tr><td><a href="error_log_of_php">error_log_of_php</a></td><td>2026-11-04 10:00</td><td>4K</td></tr></table><address>Apache Server at x.test Port 443</address></body></html>',
    },
    refused: ['soft-404', 'empty', 'not-a-listing'],
  },
  {
    name: 'a hacked site: a list of links to shops abroad',
    answer: {
      body: page(
        'Wadi',
        `<div class="content">${['Cheap designer handbags online shop', 'Best slot machines with free spins', 'Buy replica watches with discount', 'Online casino without any deposit', 'Payday loans without credit check'].map((one, n) => `<div class="post"><h2><a href="https://spam-${n}.test/x">${one}</a></h2></div>`).join('')}</div>`,
      ),
    },
    refused: ['foreign', 'soft-404', 'empty', 'not-a-listing'],
  },
]

/** `auto`, pasted. */
export const WALL_CASES: readonly FieldCase[] = WALLS.map(({ name, answer, refused }) => ({
  name,
  language: 'ar',
  url: 'https://walls.test/news',
  pages: { 'https://walls.test/news': answer },
  refused,
}))
