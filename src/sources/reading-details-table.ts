/**
 * What exactly was refused in what a site answered, in English and Arabic; `{0}`, `{1}` are facts. Read by
 * the compiler and by `npm run openapi`, which writes it to `public/words/refusals.json`: the words lie beside the
 * worker, since none but an operator reads them.
 */
export const READING_DETAILS = {
  // The answer, before it is read.
  status: ['It answers status {0}.', 'أجاب برمز الحالة {0}.'],
  certificate: [
    'It answers status {0}: the certificate of the site is not valid, or the encrypted connection to it failed.',
    'أجاب برمز الحالة {0}: شهادة الموقع غير صالحة، أو تعذر الاتصال المشفر به.',
  ],
  'no-origin': [
    'It answers status {0}: its protection cannot reach the site behind it.',
    'أجاب برمز الحالة {0}: لا تصل حماية الموقع إلى الموقع خلفها.',
  ],
  gone: ['It is gone for good (410).', 'أزيل نهائيًا (410).'],
  'no-bytes': ['It answers no bytes.', 'الجواب خال تمامًا.'],
  'not-modified': [
    'The site answered "not modified" (304) to a request that asked for everything.',
    'أجاب الموقع بأن شيئًا لم يتغير (304)، والمطلوب كان القائمة كلها.',
  ],
  file: [
    'The address holds a file ({0}) and no page: files are not read.',
    'في العنوان ملف ({0}) لا صفحة، والملفات لا تُقرأ.',
  ],
  'charset-none': [
    'The page declares no charset, and its bytes are not valid UTF-8. The site must mend its charset.',
    'لا تعلن الصفحة ترميزًا، وحروفها ليست UTF-8 سليمًا. على الموقع أن يصلح ترميزه.',
  ],
  'charset-wrong': [
    'The page says {0}, and its bytes are not valid as that nor as UTF-8. The site must mend its charset.',
    'تعلن الصفحة الترميز {0}، وحروفها لا توافقه ولا توافق UTF-8. على الموقع أن يصلح ترميزه.',
  ],
  mojibake: [
    'The page is Arabic in a charset that it does not declare rightly.',
    'الصفحة عربية بترميز لا تعلنه على وجهه الصحيح.',
  ],
  'to-login': ['The address leads to a login page.', 'يقود العنوان إلى صفحة دخول.'],
  'to-front': [
    'The address leads to the front page of the site.',
    'يقود العنوان إلى الصفحة الأولى من الموقع.',
  ],

  // Pages that stand in the place of others.
  'sign-cloudflare': [
    'The site answers a challenge page of Cloudflare.',
    'أجاب الموقع بصفحة تحقق من Cloudflare.',
  ],
  'sign-cloudflare-block': [
    'The site answers a block page of Cloudflare.',
    'أجاب الموقع بصفحة حظر من Cloudflare.',
  ],
  'sign-moment': [
    'The site answers a challenge page ("Just a moment").',
    'أجاب الموقع بصفحة تحقق تطلب الانتظار لحظة.',
  ],
  'sign-firewall': [
    'The site answers a page of a firewall (DDoS-Guard, Sucuri).',
    'أجاب الموقع بصفحة من جدار حماية (DDoS-Guard أو Sucuri).',
  ],
  'sign-sucuri': [
    'The site answers a script wall of Sucuri.',
    'أجاب الموقع بصفحة حماية من Sucuri تعمل بسكربت.',
  ],
  'sign-imperva': ['The site answers a wall of Imperva.', 'أجاب الموقع بصفحة حماية من Imperva.'],
  'sign-anubis': ['The site answers a wall of Anubis.', 'أجاب الموقع بصفحة حماية من Anubis.'],
  'sign-captcha': [
    'The site answers a captcha of a bot wall.',
    'أجاب الموقع باختبار captcha من صفحة حماية.',
  ],
  'sign-captcha-only': [
    'The site answers a captcha and nothing else.',
    'أجاب الموقع باختبار captcha ولا شيء غيره.',
  ],
  'sign-cookies': [
    'The site answers a cookie wall.',
    'أجاب الموقع بصفحة تشترط ملفات تعريف الارتباط.',
  ],
  'sign-wall': ['The site answers a bot wall.', 'أجاب الموقع بصفحة تمنع القراءة الآلية.'],
  'sign-scripts': [
    'The site answers a page that asks for scripts or cookies.',
    'أجاب الموقع بصفحة تطلب تفعيل السكربت أو ملفات تعريف الارتباط.',
  ],
  'sign-browser': [
    'The site answers a page that checks the browser.',
    'أجاب الموقع بصفحة تفحص المتصفح.',
  ],
  'sign-404': [
    'The site answers a "not found" page as if it were a good one.',
    'أجاب الموقع بصفحة «غير موجود» على أنها صفحة سليمة.',
  ],
  'sign-database': [
    'The site answers a database error as if it were a good page.',
    'أجاب الموقع بخطأ في قاعدة بياناته على أنه صفحة سليمة.',
  ],
  'sign-server': [
    'The site answers a server error as if it were a good page.',
    'أجاب الموقع بخطأ في خادمه على أنه صفحة سليمة.',
  ],
  'sign-maintenance': ['The site answers a maintenance page.', 'أجاب الموقع بصفحة «تحت الصيانة».'],
  'sign-login': ['The site answers a login page.', 'أجاب الموقع بصفحة دخول.'],
  'sign-hosting': [
    'The site answers a page of the hosting company.',
    'أجاب الموقع بصفحة من شركة الاستضافة.',
  ],
  'sign-unopened': [
    'The site answers a page of a site that is still to be opened.',
    'أجاب الموقع بصفحة موقع لم يفتتح بعد.',
  ],
  'sign-parked': ['The site answers a parked domain.', 'العنوان نطاق معروض أو متروك لا موقع فيه.'],

  // Listings.
  emptied: [
    'The listing is empty, although it held statements before.',
    'القائمة فارغة، وكانت فيها بيانات من قبل.',
  ],
  'empty-document': ['The listing is an empty document.', 'القائمة ملف فارغ.'],
  'found-empty': ['What was found holds no statements.', 'لا بيانات في ما وُجد.'],
  'nothing-found': [
    'Nothing at the address can be read as a list of statements.',
    'لا شيء في العنوان يُقرأ قائمة بيانات.',
  ],
  'no-known-type': [
    'The address answers {0}, which is no feed and no web page.',
    'في العنوان {0}، وهو ليس خلاصة ولا صفحة.',
  ],
  'no-type': [
    'The address answers a document without a media type, which is no feed and no web page.',
    'في العنوان ملف لا يُعلن نوعه، وهو ليس خلاصة ولا صفحة.',
  ],
  'index-of-indexes': [
    'The index leads to another index, and no further was looked.',
    'يقود الفهرس إلى فهرس آخر، ولم يُنظر أبعد منه.',
  ],
  foreign: [
    'The listing leads to {0} now, where it never led before.',
    'صارت القائمة تقود إلى {0}، ولم تقد إليه من قبل.',
  ],
  said: ['{0}', '{1}'],
  'unreadable-html': ['The page cannot be read as HTML.', 'لا تُقرأ الصفحة على أنها HTML.'],
  'no-clear-body': [
    'No element of the page is clearly its text. Name it as selectors.body.',
    'لا عنصر في الصفحة هو نصها بوضوح. سمه في selectors.body.',
  ],
  'another-page': [
    'The page is short and shows next to no word of the headline that leads to it.',
    'الصفحة قصيرة ولا تكاد تظهر فيها كلمة من العنوان الذي يقود إليها.',
  ],
  'page-cut': ['The page broke off before its end.', 'انقطعت الصفحة قبل نهايتها.'],
  'no-sitemap': [
    'The document is no sitemap, or one without addresses.',
    'الملف ليس خريطة موقع، أو خريطة بلا عناوين.',
  ],
  'empty-index': ['The sitemap index names no sitemap.', 'لا يسمي فهرس الخرائط أي خريطة.'],
  'no-messages': [
    'The page shows no messages: the channel is private, has no public preview, or does not exist.',
    'لا رسائل في الصفحة: القناة خاصة، أو بلا صفحة عامة، أو غير موجودة.',
  ],

  // WordPress.
  'wordpress-says': ['WordPress answers: {0}', 'أجاب ووردبريس: {0}'],
  'no-posts': ['The JSON is no list of posts.', 'ملف JSON ليس قائمة مقالات.'],
  'posts-cut': [
    'The list of posts breaks off before its end.',
    'انقطعت قائمة المقالات قبل نهايتها.',
  ],
  'no-wordpress': [
    'The address answers no JSON: it has no WordPress interface.',
    'لا يجيب العنوان بملف JSON: ليست فيه واجهة ووردبريس.',
  ],

  // Feeds: they must be mended at their source.
  'lost-entry': [
    'An entry is lost inside an unclosed {0}. The feed must be mended at its source.',
    'ضاع مدخل داخل {0} غير مغلق. إصلاح الخلاصة عند صاحبها.',
  ],
  'own-entities': [
    'The feed declares entities of its own (DOCTYPE with ENTITY). The feed must be mended at its source.',
    'تعرّف الخلاصة كيانات خاصة بها (ENTITY في DOCTYPE). إصلاح الخلاصة عند صاحبها.',
  ],
  attributes: [
    'The tag <{0}> has more than {1} attributes. The feed must be mended at its source.',
    'للوسم <{0}> أكثر من {1} خاصية. إصلاح الخلاصة عند صاحبها.',
  ],
  'open-entry': [
    'An entry begins before the last one has ended: an end tag is missing. The feed must be mended at its source.',
    'يبدأ مدخل قبل نهاية ما سبقه: ينقص وسم الإغلاق. إصلاح الخلاصة عند صاحبها.',
  ],
  'open-last-entry': [
    'The last entry has no end tag. The feed must be mended at its source.',
    'لا وسم إغلاق للمدخل الأخير. إصلاح الخلاصة عند صاحبها.',
  ],
  'page-no-feed': ['The address answers a web page, no feed.', 'في العنوان صفحة عادية لا خلاصة.'],
  'no-root': [
    'The document has no rss, RDF or feed element.',
    'لا عنصر rss ولا RDF ولا feed في الملف.',
  ],
  'unread-entries': [
    'The text speaks of entries, and none could be read. The feed must be mended at its source.',
    'في الملف مداخل ولم يُقرأ منها شيء. إصلاح الخلاصة عند صاحبها.',
  ],
  'cut-inside': ['The feed breaks off inside {0}.', 'انقطعت الخلاصة داخل {0}.'],
  cut: [
    'The feed breaks off before the end of its root element.',
    'انقطعت الخلاصة قبل إغلاق عنصرها الأول.',
  ],
  'unreadable-entry': ['An entry of the feed cannot be read: {0}', 'لا يُقرأ أحد مداخل الخلاصة: {0}'],
  'no-json-feed': [
    'The JSON names no version of JSON Feed.',
    'لا يذكر ملف JSON إصدارًا من JSON Feed.',
  ],
  'no-items': [
    'The JSON Feed has no list of items. The feed must be mended at its source.',
    'لا قائمة مداخل في JSON Feed. إصلاح الخلاصة عند صاحبها.',
  ],
  'broken-json': [
    'The JSON cannot be parsed. The feed must be mended at its source.',
    'ملف JSON غير سليم. إصلاح الخلاصة عند صاحبها.',
  ],
  'cut-json': ['The JSON breaks off before its end.', 'انقطع ملف JSON قبل نهايته.'],
} as const satisfies Readonly<Record<string, readonly [en: string, ar: string]>>
