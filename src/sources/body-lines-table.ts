/**
 * Lines that stand above and below the texts of statements. As in `volatile-lines-table.ts`: digits
 * are ASCII, alefs are bare, marks and tatweel are gone.
 */

/** What kind of text it is: opens practically every statement and is the title of none. */
export const LABELS: readonly RegExp[] = [
  /^(?:عاجل|breaking(?: news)?)\s*[:!|]*$/i,
  /^(?:تصريح|بيان|بلاغ|خبر|احاطة|موجز|ملخص|تعميم|توضيح)(?: (?:صحفي|صحافي|اعلامي|رسمي|عاجل|هام|مقتضب|مشترك))*\s*:?$/,
  /^(?:for immediate release|(?:(?:joint|official|urgent) )?(?:press|media|news|public)?\s*(?:release|statement|note|brief(?:ing)?|communiqu[eé]|announcement))\s*:?$/i,
]

/** Who in the organisation speaks. */
export const DEPARTMENTS: readonly RegExp[] = [
  /^(?:المكتب|الدائرة|القسم|المركز) (?:الاعلامي|الاعلامية|الصحفي|الصحفية)(?: .{0,60})?$/,
  /^(?:دائرة|مكتب|قسم) (?:الاعلام|الصحافة|العلاقات العامة).{0,40}$/,
  /^(?:الناطق|المتحدث)(?:ة)? (?:الرسمي|الاعلامي|باسم).{0,60}$/,
  /^(?:الهيئة السياسية|الهيئة الرئاسية|الامانة العامة|مكتب الرئاسة)$/,
  /^(?:.{0,60} )?(?:media (?:office|department|center|centre)|department of media.{0,40}|press office|office of the spokes\w+)$/i,
]

/** Spoken before a text begins. */
export const INVOCATION = /^بسم الله(?: الرحمن الرحيم)?[\s.:،]*$/

/** A town and its country: "Istanbul, Turkey". */
export const PLACE = /^[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z][a-z]+(?: [A-Z][a-z]+)?$/

/** Formulas, sources and addresses below a text: alerts on "martyrs" would fire at every statement. */
export const CLOSINGS: readonly RegExp[] = [
  /^(?:الرحمة|المجد|الخلود|المجد والخلود|الرحمة والخلود|الرحمة والسلام)\s.{0,24}شهدا.{0,140}$/,
  /^(?:و?عاشت|تحيا|عاش) .{2,60}$/,
  /^(?:والسلام عليكم|والله ولي التوفيق|والله الموفق).{0,40}$/,
  /^(?:and )?(?:we (?:ask|pray) for )?(?:mercy|rest|glory) (?:for|to|upon|on) (?:our|the) (?:fallen|martyrs).{0,160}$/i,
  /^(?:and )?may (?:our|the) (?:wounded|injured|martyrs|detainees).{0,160}$/i,
  /^long live .{2,60}$/i,
  /^(?:[#*_=-]\s*){2,}$/,
  /^[\s#*-]*(?:end|ends|انتهى)[\s#*.-]*$/i,
  /^\(?\s*(?:source|المصدر)\s*:.{2,140}$/i,
  /^(?:للتواصل|للاستفسار|للمزيد من المعلومات|contact(?: us)?|e-?mail|البريد الالكتروني|هاتف|tel|phone|الموقع الالكتروني|website)\s*:.{0,140}$/i,
  /^\S+@\S+\.\S+$/,
  /^(?:#[^\s#]+\s*)+$/,
  // Not a sentence of the text: it names where to follow, and has no end.
  /^(?:لمتابعة|تابعونا|تابعنا|للاشتراك|اشترك|انضم|انضموا|follow|join|subscribe).{0,80}(?:قنا|صفحتنا|حسابنا|نشرتنا|تلغرام|تلجرام|تيليغرام|تيلجرام|واتساب|فيسبوك|telegram|whatsapp|facebook|newsletter|channel).{0,60}[^.\u061F?!]$/i,
  /^(?:https?:\/\/|www\.)\S+$/i,
  /^(?:check also|read also|see also|related (?:posts|articles)|اقرا ايضا|اقرا المزيد|مواضيع ذات صلة|مقالات ذات صلة|مواد ذات صلة|شاهد ايضا)\s*:?.{0,120}$/i,
]

/** How a line begins that leads to another text, where most of it is a link. */
export const REFERENCE =
  /^(?:(?:اقرا|اقراوا|طالع|شاهد|تابع) (?:ايضا|المزيد|كذلك)|(?:مواضيع|مقالات|مواد|اخبار) (?:ذات صلة|متعلقة|مشابهة)|(?:read|see|watch|check) (?:also|more)|related(?: (?:posts|articles|news))?\s*:|also read)/i

/** "الكاتب : أسرة التحرير التاريخ : 26 نوفمبر 2018 م المشاهدات : 321": one line for all, as in the seed. */
export const HEADER_AUTHOR = /الكاتب\s*:\s*(.{2,60}?)\s*(?:التاريخ|المشاهدات|القراءات|$)/
export const HEADER_DATE = /التاريخ\s*[:-]\s*(.{6,40}?)\s*(?:المشاهدات|القراءات|الكاتب|$)/
