/**
 * What the command line says, in both languages. `BAYAN_LANG=ar` (or a locale that begins with `ar`)
 * chooses Arabic; what is printed for programs, ids and times among it, is the same in both.
 */
const en = {
  usage: `npm run bayan -- COMMAND

  status                                          how sources and endpoints are; ends with 1 where one is ill
  check URL [--language ar|en] [--kind KIND]      what would be read at an address
  try-watch "QUERY" [--days N] [--text TEXT]      what a question catches in the archive, or in a text
  try-alert ENDPOINT                              sends a test message and shows the answer
  deliveries [--endpoint ID] [--state STATE] [--limit N] [--cursor CURSOR]
                                                  the log: pending, delivered, abandoned, joined
  deliveries replay DELIVERY…                     sends again, each under its old id
  deliveries replay --endpoint ID --since TIME    all that was given up since then: 2026-11-26T08:00:00Z
  add source URL --publisher ID [--language ar|en] [--name-ar NAME] [--name-en NAME] [--kind KIND]
  add endpoint ID --kind KIND --url URL [--secret SECRET] [--to TO]
  add watch ID "QUERY" [--name NAME] [--endpoint ID]…
  export [FILE] [--secrets] [--opml]              the configuration as one document, or sources as OPML
  concepts                                        loads the starter concepts for Syria
  import FILE                                     .json replaces the configuration, .opml adds sources

BAYAN_URL and ADMIN_TOKEN say which deployment and who you are, BAYAN_LANG=ar|en in which language.
Exit codes: 0 done, and of status: all is well; 1 refused, not found, or something is ill;
2 wrong usage; 3 not reachable, or no answer of a Bayan.`,
  noCommand: (name) => `There is no command "${name}".`,
  noAddress: (url) =>
    `BAYAN_URL is "${url}", which is no address. Give it as http://localhost:8787 or https://bayan.example.`,
  noFile: (path) => `There is no file ${path}.`,
  noUse: (path, why) => `${path} cannot be used as a file (${why}).`,
  unreachable: (url, cause) =>
    `${url} cannot be reached (${cause}). Start it, or name another one in BAYAN_URL.`,
  notBayan: (url) =>
    `${url} answers, but not as a Bayan does. Name the right address in BAYAN_URL.`,
  missing: (names) => `${names} is missing.`,
  tooMany: (word) => `"${word}" is one word too many.`,
  noOption: (name) => `There is no option "${name}" here.`,
  needsValue: (name) => `The option "${name}" needs a value.`,
  noDetail: 'no detail',
  notAdmitted: 'Not admitted',
  note: 'note',
  nothingRead: (reason) => `Nothing could be read there: ${reason}.`,
  readAs: (kind) => `read as ${kind}`,
  noDate: 'no date',
  noStatement: 'No statement was found there.',
  not: (part, surface) => `${part}, not ${surface}`,
  caught: ({ count, searched, reached, complete, alertsAWeek }) =>
    `${count} of ${searched} statements since ${reached.slice(0, 10)}, about ${alertsAWeek} alerts a week` +
    (complete ? '' : '; what is older was not searched'),
  warning: 'warning',
  matchesNothing: 'It matches nothing.',
  concepts: ({ count, left }) => `${count} concepts were loaded; ${left} were there already.`,
  notDelivered: 'not delivered',
  delivered: (status, ms) => `delivered: ${status} in ${ms} ms`,
  whatToAdd: 'Say what to add: source, endpoint or watch.',
  optionMissing: (name) => `${name} is missing.`,
  follows: (publisher, url) => `${publisher} follows ${url}`,
  isEndpoint: (id) => `${id} is an endpoint. Try it: npm run bayan -- try-alert ${id}`,
  stands: (id, feed) => `${id} stands; its own feed is ${feed}`,
  written: (file) => `written to ${file}`,
  noFeeds: (file) => `${file} names no site or feed (outline with xmlUrl or url).`,
  imported: (count) => `${count} sources imported`,
  notJson: (file, why) => `${file} is not valid JSON: ${why}`,
  inForce: ({ publishers, watches, endpoints }) =>
    `now in force: ${publishers.length} publishers, ${watches.length} watches, ${endpoints.length} endpoints`,
  asOf: (at) => `as of ${at}`,
  statements: (count) => `${count} statements`,
  since: (at) => `since ${at}`,
  lastGood: (at) => `last good poll ${at}`,
  never: 'never',
  held: ({ source, fresh, listed, id }) =>
    `a poll of ${source} brought ${fresh} of ${listed} that were not known; its alerts wait: /api/v1/floods (${id})`,
  endpoints: 'endpoints',
  pending: (count) => `${count} pending`,
  silent: (names) => `did not answer: ${names}`,
  hidden: 'Endpoints are shown to the operator alone: ADMIN_TOKEN is missing or wrong.',
  ill: (names) => `needs a look: ${names}`,
  noTranslation: 'machine translation fails',
  budget: ({ plan, day, kvWrites, rowsWritten }) =>
    `${plan} plan, ${day}: ${kvWrites} KV writes, ${rowsWritten} rows written`,
  noPublishers: 'No publisher is followed yet: add source …',
  states: {
    ok: 'Working',
    quiet: 'Quiet',
    late: 'Silent for too long',
    blocked: 'Keeps us out',
    'changed-layout': 'Has changed its shape',
    down: 'Does not answer',
    waiting: 'Waiting for its first poll',
    paused: 'Paused by the operator',
  },
  noDeliveries: 'No delivery.',
  attempts: (count) => `${count} attempts`,
  next: (at) => `next attempt ${at}`,
  older: (cursor) => `older: --cursor ${cursor}`,
  abouts: {
    digest: (alerts) => `${alerts} alerts in one message`,
    notice: 'about the service itself',
    test: 'a test message',
    erased: 'an alert whose statement was erased',
  },
  replayed: (id) => `${id} is on its way again`,
  notReplayed: (count, all) => `${count} of ${all} were not sent again.`,
  silentLogs: (names) =>
    `These endpoints did not answer, and what they hold is missing above: ${names}. Ask again in a moment.`,
  replayedAll: (endpoint, count) => `${count} deliveries of ${endpoint} are on their way again`,
}

const ar = {
  usage: `npm run bayan -- COMMAND

  status                                          حال المصادر والوجهات، وينتهي بالرمز 1 إن اعتل منها شيء
  check URL [--language ar|en] [--kind KIND]      ما يُقرأ في عنوان
  try-watch "QUERY" [--days N] [--text TEXT]      ما يلتقطه سؤال في الأرشيف أو في نص
  try-alert ENDPOINT                              يرسل رسالة تجريبية ويعرض الجواب
  deliveries [--endpoint ID] [--state STATE] [--limit N] [--cursor CURSOR]
                                                  سجل الإرسال: pending أو delivered أو abandoned أو joined
  deliveries replay DELIVERY…                     يرسل ثانية، كل إرسالية بمعرّفها القديم
  deliveries replay --endpoint ID --since TIME    كل ما تُرك منذ ذلك الوقت: 2026-11-26T08:00:00Z
  add source URL --publisher ID [--language ar|en] [--name-ar NAME] [--name-en NAME] [--kind KIND]
  add endpoint ID --kind KIND --url URL [--secret SECRET] [--to TO]
  add watch ID "QUERY" [--name NAME] [--endpoint ID]…
  export [FILE] [--secrets] [--opml]              الإعدادات في وثيقة واحدة، أو المصادر بصيغة OPML
  concepts                                        يحمّل مفاهيم أولى عن سوريا
  import FILE                                     ملف .json يستبدل الإعدادات، وملف .opml يضيف مصادر

تحدد BAYAN_URL وADMIN_TOKEN النشرَ ومن أنت، وتحدد BAYAN_LANG=ar|en اللغة.
رموز الانتهاء: 0 تم، ومن status: كل شيء بخير؛ 1 رُفض أو لم يوجد أو اعتل شيء؛
2 خطأ في الاستعمال؛ 3 تعذر الوصول، أو من أجاب ليس بيان.`,
  noCommand: (name) => `لا يوجد أمر باسم "${name}".`,
  noAddress: (url) =>
    `قيمة BAYAN_URL هي "${url}" وليست عنوانًا. اكتبها مثل http://localhost:8787 أو https://bayan.example.`,
  noFile: (path) => `لا يوجد ملف ${path}.`,
  noUse: (path, why) => `لا يمكن استعمال ${path} ملفًا (${why}).`,
  unreachable: (url, cause) => `تعذر الوصول إلى ${url} (${cause}). شغّله، أو سمِّ غيره في BAYAN_URL.`,
  notBayan: (url) => `يجيب ${url}، لكن ليس كما يجيب بيان. ضع العنوان الصحيح في BAYAN_URL.`,
  missing: (names) => `ينقص ${names}.`,
  tooMany: (word) => `الكلمة "${word}" زائدة.`,
  noOption: (name) => `لا يوجد خيار باسم "${name}" هنا.`,
  needsValue: (name) => `الخيار "${name}" يحتاج قيمة.`,
  noDetail: 'بلا تفصيل',
  notAdmitted: 'لم يُقبل',
  note: 'ملاحظة',
  nothingRead: (reason) => `لم يمكن قراءة شيء هناك: ${reason}.`,
  readAs: (kind) => `طريقة القراءة ${kind}`,
  noDate: 'بلا تاريخ',
  noStatement: 'لا بيان هناك.',
  not: (part, surface) => `${part} وليس ${surface}`,
  caught: ({ count, searched, reached, complete, alertsAWeek }) =>
    `${count} من ${searched} من البيانات منذ ${reached.slice(0, 10)}، ونحو ${alertsAWeek} من التنبيهات في الأسبوع` +
    (complete ? '' : '؛ ولم يُبحث في الأقدم'),
  warning: 'تحذير',
  matchesNothing: 'لا يطابق شيئًا.',
  concepts: ({ count, left }) => `المفاهيم المحمّلة: ${count}، وما كان موجودًا: ${left}.`,
  notDelivered: 'لم تصل',
  delivered: (status, ms) => `وصلت: ${status} خلال ${ms} ms`,
  whatToAdd: 'حدّد ما يضاف: source أو endpoint أو watch.',
  optionMissing: (name) => `ينقص الخيار ${name}.`,
  follows: (publisher, url) => `${publisher} تتابع ${url}`,
  isEndpoint: (id) => `حُفظت الوجهة ${id}. جرّبها: npm run bayan -- try-alert ${id}`,
  stands: (id, feed) => `حُفظت المراقبة ${id}، وخلاصتها ${feed}`,
  written: (file) => `كُتب في ${file}`,
  noFeeds: (file) => `لا موقع ولا خلاصة في ${file} (outline مع xmlUrl أو url).`,
  imported: (count) => `المصادر المستوردة: ${count}`,
  notJson: (file, why) => `${file} ليس JSON صحيحًا: ${why}`,
  inForce: ({ publishers, watches, endpoints }) =>
    `النافذ الآن: الجهات ${publishers.length}، المراقبات ${watches.length}، الوجهات ${endpoints.length}`,
  asOf: (at) => `وقت معرفة الحالة ${at}`,
  statements: (count) => `البيانات ${count}`,
  since: (at) => `منذ ${at}`,
  lastGood: (at) => `آخر قراءة ناجحة ${at}`,
  never: 'لم تحدث بعد',
  held: ({ source, fresh, listed, id }) =>
    `جاءت قراءة واحدة للمصدر ${source} بـ ${fresh} من أصل ${listed} لم تكن معروفة، وتنبيهاتها تنتظر: /api/v1/floods (${id})`,
  endpoints: 'الوجهات',
  pending: (count) => `في الطريق ${count}`,
  silent: (names) => `لم تجب: ${names}`,
  hidden: 'لا تُعرض الوجهات إلا للمشغّل: ADMIN_TOKEN ناقص أو خاطئ.',
  ill: (names) => `يحتاج نظرة: ${names}`,
  noTranslation: 'الترجمة الآلية متعثرة',
  budget: ({ plan, day, kvWrites, rowsWritten }) =>
    `الخطة ${plan}، ${day}: كتابات KV ${kvWrites}، الصفوف المكتوبة ${rowsWritten}`,
  noPublishers: 'لا جهة متابَعة بعد: add source …',
  states: {
    ok: 'يعمل',
    quiet: 'هادئ',
    late: 'طال صمته',
    blocked: 'محجوب عنا',
    'changed-layout': 'تغير شكله',
    down: 'لا يجيب',
    waiting: 'ينتظر أول قراءة',
    paused: 'موقوف بقرار المشغّل',
  },
  noDeliveries: 'لا إرساليات.',
  attempts: (count) => `المحاولات ${count}`,
  next: (at) => `المحاولة القادمة ${at}`,
  older: (cursor) => `الأقدم: --cursor ${cursor}`,
  abouts: {
    digest: (alerts) => `تنبيهات في رسالة واحدة: ${alerts}`,
    notice: 'عن الخدمة نفسها',
    test: 'رسالة تجريبية',
    erased: 'تنبيه مُحي بيانه',
  },
  replayed: (id) => `${id} في الطريق ثانية`,
  notReplayed: (count, all) => `لم يعد منها إلى الطريق ${count} من ${all}.`,
  silentLogs: (names) =>
    `لم تجب هذه الوجهات، فما عندها لا يظهر أعلاه: ${names}. أعد السؤال بعد قليل.`,
  replayedAll: (endpoint, count) => `عاد من إرساليات ${endpoint} إلى الطريق: ${count}`,
}

export const CLI_WORDS = { ar, en }

/** `ar` or `en`, as the environment says; English where it says nothing of the two. */
export function languageOf({ BAYAN_LANG, LC_ALL, LC_MESSAGES, LANG }) {
  return /^ar/i.test(BAYAN_LANG || LC_ALL || LC_MESSAGES || LANG || '') ? 'ar' : 'en'
}
