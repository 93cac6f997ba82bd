import { ENDPOINT_KIND_NAMES } from '../deliveries/endpoint.ts'
import { SOURCE_KINDS } from '../sources/source.ts'
import type { Words } from '../text/language.ts'

/** What is said of a field that is not admitted. The key is the message of the schema's check. */
export const ADMISSION_WORDS: Readonly<Record<string, Words>> = {
  missing: { en: 'This field is missing.', ar: 'هذا الحقل ناقص.' },
  type: { en: 'This value is of the wrong type.', ar: 'نوع هذه القيمة غير صحيح.' },
  slug: {
    en: 'Use lower-case Latin letters, digits and hyphens, at most 40, beginning and ending with a letter or digit.',
    ar: 'استعمل حروفًا لاتينية صغيرة وأرقامًا وشرطات، 40 على الأكثر، تبدأ وتنتهي بحرف أو رقم.',
  },
  reserved: { en: 'This id is reserved. Choose another.', ar: 'هذا المعرّف محجوز. اختر غيره.' },
  mismatch: {
    en: 'The id in the body is not the id in the address.',
    ar: 'المعرّف في المتن يختلف عن المعرّف في العنوان.',
  },
  empty: { en: 'This may not be empty.', ar: 'لا يجوز أن يكون هذا فارغًا.' },
  long: { en: 'This is too long.', ar: 'هذا أطول مما يجوز.' },
  many: { en: 'There are too many of these.', ar: 'العدد أكبر مما يجوز.' },
  language: { en: 'Write "ar" or "en".', ar: 'اكتب "ar" أو "en".' },
  sourceKind: {
    en: `This kind of source is not known. There are: ${SOURCE_KINDS.join(', ')}.`,
    ar: `نوع المصدر هذا غير معروف. الأنواع: ${SOURCE_KINDS.join('، ')}.`,
  },
  endpointKind: {
    en: `This kind of endpoint is not known. There are: ${ENDPOINT_KIND_NAMES.join(', ')}.`,
    ar: `نوع الوجهة هذا غير معروف. الأنواع: ${ENDPOINT_KIND_NAMES.join('، ')}.`,
  },
  change: {
    en: 'Write "appeared", "revised", "withdrawn", "restored" or "diverged".',
    ar: 'اكتب "appeared" أو "revised" أو "withdrawn" أو "restored" أو "diverged".',
  },
  interval: {
    en: 'Give the interval in whole seconds, from 5 to 86400.',
    ar: 'اكتب الفترة بالثواني الصحيحة من 5 إلى 86400.',
  },
  pace: {
    en: 'Give messages a second, above 0 and at most 50.',
    ar: 'اكتب عدد الرسائل في الثانية، أكثر من 0 وحتى 50.',
  },
  verdict: {
    en: 'Write "auto", "counts" or "ignored".',
    ar: 'اكتب "auto" أو "counts" أو "ignored".',
  },
  hours: {
    en: 'Give whole hours, from 1 to 720.',
    ar: 'اكتب عدد الساعات الصحيحة من 1 إلى 720.',
  },
  offset: {
    en: 'Give minutes east of UTC, from -840 to 840.',
    ar: 'اكتب الدقائق شرق التوقيت العالمي من -840 إلى 840.',
  },
  timeZone: {
    en: 'This time zone is not known. Write a name such as "Asia/Damascus", or give utcOffset in minutes.',
    ar: 'هذه المنطقة الزمنية غير معروفة. اكتب اسما\u064B مثل "Asia/Damascus"، أو اكتب utcOffset بالدقائق.',
  },
  robots: {
    en: 'Write "ignore" for a site of your own, or leave it out.',
    ar: 'اكتب "ignore" لموقع تملكه، أو احذف هذا الحقل.',
  },
  trust: {
    en: 'Write "low", "normal" or "high", or leave it out.',
    ar: 'اكتب "low" أو "normal" أو "high"، أو احذف هذا الحقل.',
  },
  repeated: { en: 'The same id stands here twice.', ar: 'تكرر المعرّف نفسه هنا.' },
  secret: {
    en: 'A webhook is signed: give a secret "whsec_" and 24 to 64 bytes in base64 (echo "whsec_$(openssl rand -base64 32)" makes one), or "whsk_" and 32.',
    ar: 'رسائل webhook موقّعة: اكتب سرًّا يبدأ بـ whsec_ ثم 24 إلى 64 بايتًا بترميز base64 (يصنعه الأمر echo "whsec_$(openssl rand -base64 32)")، أو whsk_ ثم 32.',
  },
  token: {
    en: 'Give the bot’s token (telegram) or an access token (matrix).',
    ar: 'اكتب رمز البوت (telegram) أو رمز الدخول (matrix).',
  },
  to: {
    en: 'Say to whom: the chat (telegram), topic (ntfy), room (matrix) or addresses (email).',
    ar: 'حدّد المستلم: المحادثة (telegram) أو الموضوع (ntfy) أو الغرفة (matrix) أو العناوين (email).',
  },
  clock: { en: 'Give a time of day as "HH:MM".', ar: 'اكتب الوقت بالصيغة "HH:MM".' },
  zone: {
    en: 'Give a time zone such as "Asia/Damascus".',
    ar: 'اكتب منطقة زمنية مثل "Asia/Damascus".',
  },
  instant: {
    en: 'Give a moment such as "2026-11-26T08:00:00Z".',
    ar: 'اكتب لحظة مثل "2026-11-26T08:00:00Z".',
  },
  line: { en: 'This must be one line.', ar: 'يجب أن يكون هذا سطرًا واحدًا.' },
  mail: {
    en: 'There is no binding EMAIL: give the address of a mail API.',
    ar: 'لا يوجد ربط EMAIL: اكتب عنوان خدمة بريد.',
  },
  twice: {
    en: 'It is given twice. Give it once.',
    ar: 'ورد مرتين. اكتبه مرة واحدة.',
  },
  limit: { en: 'Give a number from 1 to 100.', ar: 'اكتب عددًا من 1 إلى 100.' },
  cursor: {
    en: 'Give the cursor that the page before gave.',
    ar: 'ضع مؤشر الصفحة السابقة كما أُعطي.',
  },
  tombstones: {
    en: 'Write tombstones=1 at a feed that ends in .atom, or leave it out.',
    ar: 'اكتب tombstones=1 مع خلاصة تنتهي بـ .atom، أو احذفها.',
  },
  full: { en: 'Write full=0 or leave it out.', ar: 'اكتب full=0 أو احذفها.' },
  boolean: { en: 'Write true or false.', ar: 'اكتب true أو false.' },
  feed: {
    en: 'A feed is made with each watch; it is not an endpoint of its own.',
    ar: 'تُنشأ الخلاصة مع كل مراقبة، وليست وجهة مستقلة.',
  },
}
