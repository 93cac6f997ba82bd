import type { RefusalReason } from './reading.ts'
import type { BareDetail } from './refusal-detail.ts'

/** How an error page gives itself away. */
export interface ErrorSign {
  readonly reason: Extract<RefusalReason, 'challenge' | 'soft-404'>
  /**
   * `title`: a whole part of the title, parts being divided by | – — - « » · : and the like.
   * `heading`: the whole first h1 (or h2) of a small page.
   * `source`: anywhere in the markup. `small-source`: the same, on a page of next to no text.
   */
  readonly where: 'title' | 'heading' | 'source' | 'small-source'
  readonly pattern: Pick<RegExp, 'test'>
  /** What the operator is told. */
  readonly what: BareDetail
}

/** A page with fewer letters than this holds no statement: it is a wall, a notice, or a stub. */
export const SMALL_PAGE_LETTERS = 1_500
/** Next to no text: a script does the talking. */
export const BARE_PAGE_LETTERS = 400

/** Letters anywhere in a page's markup: a pattern that runs for the first time goes over it a letter at a time. */
function anyOf(...words: readonly string[]): Pick<RegExp, 'test'> {
  return { test: (source) => words.some((word) => source.includes(word)) }
}

/**
 * Patterns are whole parts of a title or heading, never words inside one: a statement about "the
 * maintenance of power lines" or "access denied to inspectors" is a statement.
 * Arabic is folded: bare alefs, no marks, no tatweel.
 */
export const ERROR_SIGNS: readonly ErrorSign[] = [
  // Cloudflare's challenge: its options object. Not `/cdn-cgi/challenge-platform/`, which it also
  // puts into pages that passed.
  {
    reason: 'challenge',
    where: 'source',
    pattern: anyOf(
      '_cf_chl_opt',
      'cf-browser-verification',
      'id="challenge-form"',
      'id="challenge-running"',
      'id="challenge-error-text"',
    ),
    what: 'sign-cloudflare',
  },
  {
    reason: 'challenge',
    where: 'title',
    pattern: /^just a moment(?:\.{3}|\u2026)?$/i,
    what: 'sign-moment',
  },
  {
    reason: 'challenge',
    where: 'title',
    pattern: /^لحظة من فضلك(?:\.{3}|\u2026)?$/,
    what: 'sign-moment',
  },
  {
    reason: 'challenge',
    where: 'title',
    pattern: /^attention required!?$/i,
    what: 'sign-cloudflare-block',
  },
  {
    reason: 'challenge',
    where: 'title',
    pattern: /^(?:ddos[ -]guard|sucuri website firewall)$/i,
    what: 'sign-firewall',
  },
  {
    reason: 'challenge',
    where: 'source',
    pattern: anyOf('sucuri_cloudproxy_js'),
    what: 'sign-sucuri',
  },
  {
    reason: 'challenge',
    where: 'small-source',
    pattern: /_Incapsula_Resource|\/_Incapsula/,
    what: 'sign-imperva',
  },
  {
    reason: 'challenge',
    where: 'small-source',
    pattern: /geo\.captcha-delivery\.com|px-captcha/,
    what: 'sign-captcha',
  },
  {
    reason: 'challenge',
    where: 'title',
    pattern: /^making sure you.re not a bot!?$/i,
    what: 'sign-anubis',
  },
  // Site forms carry captchas too, so they count only where there is nothing else to read.
  {
    reason: 'challenge',
    where: 'small-source',
    pattern: /g-recaptcha|h-captcha|hcaptcha\.com|cf-turnstile|recaptcha\/api\.js/,
    what: 'sign-captcha-only',
  },
  // Hosting companies set a cookie by script and load the page again: we have no cookie jar.
  {
    reason: 'challenge',
    where: 'small-source',
    pattern: /document\.cookie\s*=[\s\S]*(?:location\.(?:reload|href|replace)|location\s*=)/,
    what: 'sign-cookies',
  },
  {
    reason: 'challenge',
    where: 'title',
    pattern:
      /^(?:access denied|robot check|are you a robot\??|human verification|verify you are human|security check(?: required)?|bot verification)$/i,
    what: 'sign-wall',
  },
  {
    reason: 'challenge',
    where: 'title',
    pattern:
      /^(?:تم رفض الوصول|تحقق من انك انسان|اثبت انك لست روبوتا?|التحقق من المتصفح|التحقق الامني)$/,
    what: 'sign-wall',
  },
  {
    reason: 'challenge',
    where: 'heading',
    pattern:
      /^(?:please )?(?:enable|turn on) (?:javascript|cookies)(?: and (?:javascript|cookies))?(?: to continue)?\.?$/i,
    what: 'sign-scripts',
  },
  {
    reason: 'challenge',
    where: 'heading',
    pattern:
      /^(?:checking your browser.{0,60}|verify(?:ing)? (?:that )?you are (?:a )?human.{0,60})$/i,
    what: 'sign-browser',
  },
  {
    reason: 'challenge',
    where: 'heading',
    pattern: /^(?:يرجى|الرجاء) تفعيل (?:ال)?(?:جافا ?سكريبت|كوكيز|ملفات تعريف الارتباط).{0,30}$/,
    what: 'sign-scripts',
  },

  // Not found. Themes print whole menus around it, so the title decides and not the size.
  {
    reason: 'soft-404',
    where: 'title',
    pattern: /^(?:error )?404(?: (?:error|not found|page not found))?!?$/i,
    what: 'sign-404',
  },
  {
    reason: 'soft-404',
    where: 'title',
    pattern:
      /^(?:(?:the )?page (?:was |could )?(?:not |be )*found|page does not exist|not found|nothing found|file not found)\.?$/i,
    what: 'sign-404',
  },
  {
    reason: 'soft-404',
    where: 'title',
    pattern:
      /^(?:الصفحة غير موجودة|صفحة غير موجودة|لم يتم العثور على (?:ال)?صفحة|لم يتم العثور على شيء|لم يتم ايجاد الصفحة|خطا 404|غير موجود)$/,
    what: 'sign-404',
  },
  {
    reason: 'soft-404',
    where: 'heading',
    pattern: /^(?:404|oops!? .{0,60}(?:found|exist).{0,20}|page not found|not found)[.!]?$/i,
    what: 'sign-404',
  },
  {
    reason: 'soft-404',
    where: 'heading',
    pattern:
      /^(?:عفوا.{0,40}غير موجودة?|الصفحة (?:المطلوبة )?غير موجودة|لم يتم العثور على الصفحة.{0,20})[.!]?$/,
    what: 'sign-404',
  },

  // WordPress, Joomla and others without their database.
  {
    reason: 'soft-404',
    where: 'title',
    pattern: /^(?:database error|wordpress.{0,10}error|error establishing a database connection)$/i,
    what: 'sign-database',
  },
  {
    reason: 'soft-404',
    where: 'heading',
    pattern:
      /^(?:error establishing a database connection|database error|database connection (?:error|failed).{0,40}|خطا (?:في|اثناء) الاتصال بقاعدة البيانات)[.!]?$/i,
    what: 'sign-database',
  },
  {
    reason: 'soft-404',
    where: 'heading',
    pattern:
      /^(?:internal server error|service (?:temporarily )?unavailable|bad gateway|gateway time-?out|forbidden|500|502|503|504)[.!]?$/i,
    what: 'sign-server',
  },
  {
    reason: 'soft-404',
    where: 'title',
    pattern:
      /^(?:5\d\d )?(?:internal server error|service (?:temporarily )?unavailable|bad gateway|gateway time-?out)$/i,
    what: 'sign-server',
  },

  {
    reason: 'soft-404',
    where: 'heading',
    pattern: /^server error in '.{0,60}' application\.?$/i,
    what: 'sign-server',
  },

  // Maintenance.
  {
    reason: 'soft-404',
    where: 'title',
    pattern:
      /^(?:(?:site |website )?(?:is )?(?:under|down for|undergoing) (?:scheduled )?(?:maintenance|construction)|maintenance(?: mode)?|coming soon)$/i,
    what: 'sign-maintenance',
  },
  {
    reason: 'soft-404',
    where: 'heading',
    pattern:
      /^(?:.{0,40}(?:under|down for|undergoing) (?:scheduled )?maintenance.{0,40}|briefly unavailable for scheduled maintenance.{0,40}|we.ll be (?:right )?back.{0,20})$/i,
    what: 'sign-maintenance',
  },
  {
    reason: 'soft-404',
    where: 'title',
    pattern:
      /^(?:الموقع )?(?:تحت الصيانة|قيد الصيانة|تحت الانشاء|قيد الانشاء|مغلق للصيانة|وضع الصيانة)$/,
    what: 'sign-maintenance',
  },
  {
    reason: 'soft-404',
    where: 'heading',
    pattern:
      /^(?:عذرا,? ?)?(?:الموقع|موقعنا) (?:مغلق |متوقف )?(?:حاليا )?(?:تحت|قيد|لاعمال|للصيانة|في)\s?(?:الصيانة|الانشاء|التحديث)?.{0,20}$/,
    what: 'sign-maintenance',
  },

  {
    reason: 'soft-404',
    where: 'heading',
    pattern:
      /^(?:قريبا|سنعود قريبا|نعود قريبا|coming soon)(?:[\s.,!:-]+(?:موقعنا|الموقع)(?: الجديد| الالكتروني)?)?[\s.!]*$/i,
    what: 'sign-unopened',
  },

  // A login where the listing was.
  {
    reason: 'soft-404',
    where: 'title',
    pattern: /^(?:log ?in|sign ?in|تسجيل الدخول|دخول)$/i,
    what: 'sign-login',
  },
  // The host's page where the site was, and sites whose names were sold.
  {
    reason: 'soft-404',
    where: 'title',
    pattern:
      /^(?:account suspended|this account has been suspended|index of \/.*|welcome to nginx!?|apache2? .{0,20}default page.{0,20}|iis windows(?: server)?|it works!?|default web site page|website is no longer available)$/i,
    what: 'sign-hosting',
  },
  {
    reason: 'soft-404',
    where: 'title',
    pattern:
      /^(?:[\w.-]+\.[a-z]{2,} (?:is|may be) for sale|domain (?:is )?for sale|parked domain.{0,40}|this domain is for sale.{0,20}|buy this domain.{0,20})$/i,
    what: 'sign-parked',
  },
  {
    reason: 'soft-404',
    where: 'small-source',
    pattern: /\b(?:this )?domain (?:is parked|has expired|may be for sale)\b/i,
    what: 'sign-parked',
  },
  {
    reason: 'soft-404',
    where: 'small-source',
    pattern: /(?:sedoparking|parkingcrew|bodis|above\.com\/marketplace|dan\.com)\b/i,
    what: 'sign-parked',
  },
]
