/**
 * What exactly was refused on the way to an answer, in English and Arabic; `{0}`, `{1}` are facts, which may
 * be details themselves. What it means and what to mend, the words of its reason say (`refusal-words-table.ts`).
 * What is refused in reading: `reading-details-table.ts`.
 */
export const REFUSAL_DETAILS = {
  // The way to it.
  blocked: ['The address {0} is not asked: {1}.', 'لا يُسأل العنوان {0}: {1}.'],
  circle: [
    'The address redirects in a circle, back to {0}.',
    'يحيل العنوان في دائرة تعود إلى {0}.',
  ],
  'many-redirects': [
    'More than {0} redirects; the last went to {1}.',
    'الإحالات أكثر من {0}، وآخرها إلى {1}.',
  ],
  'redirect-nowhere': ['{0} redirects ({1}) to nowhere.', 'يحيل {0} (برمز {1}) إلى غير عنوان.'],
  'question-redirected': [
    '{0} redirects to {1}. Give the address that it leads to.',
    'يحيل {0} إلى {1}. ضع العنوان الذي يقود إليه.',
  ],
  'too-large': ['{0} holds more than {1} bytes.', 'في {0} أكثر من {1} بايت.'],
  'broken-gzip': ['{0} sends compressed bytes that are broken.', 'ما يرسله {0} مضغوط وضغطه تالف.'],
  'no-headers': [
    '{0} was asked and did not begin to answer in time.',
    'سُئل {0} ولم يبدأ الجواب في المهلة.',
  ],
  slow: ['{0} took too long to answer.', 'استغرق جواب {0} أطول من المهلة.'],
  connection: ['The connection to {0} failed: {1}', 'فشل الاتصال بـ {0}: {1}'],
  'connection-lost': [
    'The connection to {0} was refused or broke off: nothing listens there, or the site closed it.',
    'رُفض الاتصال بـ {0} أو انقطع: لا خادم هناك، أو أغلقه الموقع.',
  ],
  'no-secure-connection': [
    'No encrypted connection to {0} could be made: the name does not exist, or its certificate has expired, is self-signed or was made for another name. A browser tells which.',
    'تعذر الاتصال المشفر بـ {0}: إما أن الاسم غير موجود، أو أن شهادته منتهية أو موقعة ذاتيًا أو صادرة لاسم آخر. افتحه في المتصفح لتعرف أيها.',
  ],
  'no-such-host': [
    'No connection to {0} could be made: the name does not exist, or what answers there does not speak HTTP.',
    'تعذر الاتصال بـ {0}: إما أن الاسم غير موجود، أو أن ما يجيب هناك لا يتكلم HTTP.',
  ],
  robots: [
    '{0}/robots.txt asks that {1} is not read by machines.',
    'يطلب {0}/robots.txt ألا تُقرأ {1} آليًا.',
  ],
  busy: [
    '{0} was not asked: another reading of ours is under way there, or it asked us to wait.',
    'لم يُسأل {0}: قراءة أخرى منا جارية عنده، أو طلب أن ننتظر.',
  ],
  fault: [
    'A fault in Bayan stopped this poll; nothing was changed. The log tells more.',
    'أوقف عطل في بيان هذه القراءة، ولم يتغير شيء. السجل يوضح السبب.',
  ],

  // Deliveries.
  'not-allowed': ['The address is not allowed: {0}.', 'العنوان غير مسموح: {0}.'],
  'no-answer': ['No answer came.', 'لم يأت جواب.'],
  'no-answer-in': ['Nothing came in {0} s.', 'لم يأت شيء خلال {0} ثانية.'],
  'no-message': [
    'Bayan could not make the message; the log tells more.',
    'تعذر على بيان صوغ الرسالة، والسجل يوضح السبب.',
  ],
  'no-mail-binding': [
    'No binding EMAIL for mail; give the endpoint a url.',
    'لا يوجد ربط بريد باسم EMAIL. أعط الوجهة url.',
  ],
  'mail-refused': ['The mail was not taken: {0}', 'لم يُقبل البريد: {0}'],
  'receiver-gone': [
    'The receiver answered {0}: this address takes no messages any more. Give the endpoint a new one.',
    'أجاب المستقبِل برمز {0}: لم يعد هذا العنوان يستقبل رسائل. أعط الوجهة عنوانًا جديدًا.',
  ],
  'receiver-did-not-take': [
    'The receiver answered {0}, but not in the words by which {1} says that it took a message. Check the address.',
    'أجاب المستقبِل برمز {0}، لكن ليس بالكلمة التي يقول بها {1} إنه قبل الرسالة. راجع العنوان.',
  ],
  'receiver-later': [
    'The receiver answered {0}: it asks to be tried again later.',
    'أجاب المستقبِل برمز {0}: يطلب الإعادة لاحقًا.',
  ],
  'receiver-redirects': [
    'The receiver answered {0}, a redirect, which is not followed. Give the endpoint its final address.',
    'أجاب المستقبِل برمز {0}، وهو تحويل لا يُتبع. أعط الوجهة عنوانها الأخير.',
  ],
  'receiver-refuses': [
    'The receiver answered {0}: it refuses this message and would again.',
    'أجاب المستقبِل برمز {0}: يرفض هذه الرسالة وسيرفضها ثانية.',
  ],
  'receiver-fault': [
    'The receiver answered {0}: it has a fault of its own.',
    'أجاب المستقبِل برمز {0}: عنده عطل.',
  ],
  'receiver-certificate': [
    'The receiver answered {0}: its certificate is not valid (expired, self-signed or for another name), or the encrypted connection to it failed. Renew the certificate.',
    'أجاب المستقبِل برمز {0}: شهادته غير صالحة (منتهية أو موقعة ذاتيًا أو لاسم آخر)، أو تعذر الاتصال المشفر به. جدّد الشهادة.',
  ],
  'receiver-odd': [
    'The receiver answered {0}, which is no status that HTTP knows.',
    'أجاب المستقبِل برمز {0}، وهو رمز لا يعرفه HTTP.',
  ],
  exhausted: [
    'No success in {0} attempts. The last: {1}',
    'لم تنجح أي من المحاولات ({0}). الأخيرة: {1}',
  ],

  // Why an address is not asked, as the rest of a sentence.
  'no-address': ['it does not begin with https://', 'لا يبدأ بـ https://'],
  scheme: ['the scheme "{0}" is not http or https', 'البروتوكول "{0}" ليس http ولا https'],
  credentials: ['it carries a user name or password', 'فيه اسم مستخدم أو كلمة مرور'],
  'not-https': ['it is not https', 'ليس https'],
  port: ['port {0} is not 80 or 443', 'المنفذ {0} ليس 80 ولا 443'],
  ipv6: ['the IPv6 address is not a public one', 'عنوان IPv6 ليس من عناوين الإنترنت العامة'],
  ipv4: ['the IPv4 address is not a public one', 'عنوان IPv4 ليس من عناوين الإنترنت العامة'],
  ourselves: ['it is this deployment itself', 'هو هذه الخدمة نفسها'],
  'single-name': ['the host is a single name without a domain', 'اسم الموقع بلا نطاق'],
  internal: ['names under ".{0}" are internal', 'الأسماء تحت ".{0}" داخلية'],
} as const satisfies Readonly<Record<string, readonly [en: string, ar: string]>>
