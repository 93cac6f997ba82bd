/**
 * Lines that pages print around a text and that are not text of the statement. They are dropped at the
 * start and at the end of a body only, as whole lines. Digits are ASCII here, alefs are bare, marks
 * and tatweel are gone.
 */
export const VOLATILE_LINES: readonly RegExp[] = [
  // "المشاهدات : 321", "عدد المشاهدات 938", "المشاهدات: 1,204 مشاهدة": changes at every visit.
  /^(?:عدد )?(?:المشاهدات|القراءات|الزيارات|الزوار|مشاهدات|قراءات)\s*[:-]?\s*[\d,.]+(?: ?(?:مشاهدة|قراءة|زيارة|مرة))?$/,
  // "321 مشاهدة", "قرئ 321 مرة", "شوهد 12 مرات"
  /^(?:قرئ|شوهد|تمت مشاهدته|تمت قراءته)?\s*[\d,.]+ ?(?:مشاهدة|مشاهدات|قراءة|زيارة|مرة|مرات)$/,
  // "335 views", "Views: 335", "Read 12 times", "Post Views: 1,204"
  /^(?:post )?(?:views|hits|reads)\s*[:-]?\s*[\d,.]+[km]?$/i,
  /^(?:read\s+)?[\d,.]+[km]? ?(?:views?|hits|reads|times|shares|likes|comments)$/i,
  // The header line of the seed, run together: "… الكاتب : أسرة التحرير التاريخ : … المشاهدات : 321".
  /الكاتب\s*:.*التاريخ\s*:.*(?:المشاهدات|القراءات)\s*:\s*[\d,.]+$/,
  // "التاريخ - 2018-04-14 3:41 PM المشاهدات 938": a foot line of event pages.
  /^التاريخ\s*[:-].*(?:المشاهدات|القراءات)\s*:?\s*[\d,.]+$/,
  // The day of the visit at the page head: "Sunday, 4 May , 2025". The day of publication, where it
  // is written so, is read before and kept as a date.
  /^(?:sun|mon|tues|wednes|thurs|fri|satur)day\s*,?\s*\d{1,2}\s+[a-z]+\s*,?\s*\d{4}$/i,
  /^(?:الاحد|الاثنين|الثلاثاء|الثلثاء|الاربعاء|الخميس|الجمعة|السبت)\s*,?\s*\d{1,2}\s+[^\d,]+,?\s*\d{4}(?: م)?$/,
  // Buttons: size of letters, print, share.
  /^(?:A\s*[+-]?\s*){2,3}$/,
  /^(?:print(?: this page)?|طباعة|اطبع|نسخة للطباعة)$/i,
  /^(?:share(?: this)?(?: on)?|شارك|شاركها?|مشاركة|انشر|تابعنا على)\s*:?(?:[\s|,،]*(?:facebook|twitter|x|whatsapp|telegram|linkedin|email|pinterest|فيسبوك|تويتر|واتساب|تلغرام|تيليجرام|لينكدإن|لينكد ان|البريد(?: الالكتروني)?))*$/i,
  /^(?:(?:facebook|twitter|whatsapp|telegram|linkedin|email|pinterest|فيسبوك|تويتر|واتساب|تلغرام)[\s|,،]*)+$/i,
  // What advertising networks print, the pages of a long text, a player's clock, the way back.
  /^[\s-]*(?:advertisements?|sponsored|اعلان|اعلانات)[\s-]*$/i,
  /^(?:الصفحات|pages)\s*:(?: ?\d{1,3})+$/i,
  /^\d{1,2}:\d\d ?\/ ?\d{1,2}:\d\d$/,
  /^(?:[«»<>←→]\s*)?(?:عودة|رجوع|العودة|الرجوع|back)(?: (?:الى|to) .{2,30})?(?:\s*[«»<>←→])?$/i,
  /^(?:print|email|e-mail|pdf|طباعة|ارسال)(?:[\s|,]+(?:print|email|e-mail|pdf|share|طباعة|ارسال|مشاركة))+$/i,
  // A short code of WordPress whose plugin is gone.
  /^(?:\[\/?[a-z][\w-]*(?: [^\][]*)?\]\s*)+$/i,
  // How long it takes to read.
  /^(?:(?:مدة|وقت|زمن) (?:ال)?قراءة\s*:?\s*)?(?:قراءة )?(?:\d{1,3} )?(?:دقيقة|دقيقتين|دقيقتان|دقائق)(?: (?:واحدة|للقراءة|قراءة))?$/,
  /^(?:reading time\s*:?\s*)?\d{1,3} ?min(?:ute)?s?(?: read)?$/i,
  // WordPress signs every entry of its feeds.
  /^The post .+ (?:appeared first on|first appeared on) .+\.?$/i,
  /^(?:ظهرت المقالة|ظهرت المقال) .+ (?:اولا على|على) .+\.?$/,
  // "also available in: Arabic" and the like: the switch of a translation plugin.
  /^(?:this post is )?(?:also )?available in:?\s*.{2,60}$/i,
  // The line above a comment form.
  /^(?:اترك تعليقا?|لا توجد تعليقات|اضف تعليقا?|leave a (?:comment|reply)|no comments(?: yet)?)\.?$/i,
]
