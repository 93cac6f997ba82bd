/** Sentences of a council that does not exist: enough words that no two statements are alike by chance. */
const PARTS = {
  ar: {
    who: [
      'المجلس الأعلى للنهر',
      'رئيس الهيئة السياسية',
      'مكتب شؤون المهجرين',
      'لجنة المتابعة القانونية',
      'الناطق باسم المجلس',
      'وفد الأمانة العامة',
      'دائرة الإعلام',
      'نقابة المعلمين',
      'غرفة عمليات الإغاثة',
      'اتحاد المزارعين',
      'مجلس أعيان الضفة',
      'هيئة المخطوطات',
    ],
    did: [
      'أدان بشدة',
      'طالب بوقف',
      'دعا إلى توثيق',
      'حذر من عواقب',
      'رحب بنتائج',
      'ناقش مطولا',
      'أعلن بدء',
      'استنكر تأخير',
      'أكد ضرورة استكمال',
      'تابع بقلق',
      'أنهى مراجعة',
      'اقترح تمويل',
    ],
    what: [
      'قصف مستودعات الحبوب',
      'إغلاق معبر القوارب',
      'ترميم مدارس البنات',
      'اعتقال صيادي المرفأ',
      'خطة توزيع البذار',
      'مفاوضات تقاسم المياه',
      'سرقة سجلات الأراضي',
      'عودة أهالي الجزيرة الصغيرة',
      'محاكمة تجار السلاح',
      'حملة تلقيح الأطفال',
      'قطع خطوط الكهرباء',
      'انتخابات المجالس المحلية',
      'تهجير سكان الوادي',
      'تجفيف البحيرة الشرقية',
    ],
    where: [
      'في ريف السد القديم',
      'قرب جسر الخابية',
      'بين ضفتي الوادي',
      'داخل حي الطواحين',
      'على طريق الملح',
      'شمال سهل الزعفران',
      'في بلدة أم الحور',
      'عند مصب الفرات الصغير',
      'حول قلعة الرماد',
      'في مخيم التلال',
    ],
    why: [
      'بعد اجتماع استمر حتى الفجر',
      'استجابة لنداءات الأهالي',
      'وفق تقارير المراقبين الميدانيين',
      'بحضور ممثلين عن النقابات',
      'رغم الوعود المتكررة',
      'تنفيذا لقرار الهيئة العامة',
      'استنادا إلى شهادات الناجين',
      'في ظل صمت دولي مريب',
      'مع اقتراب فصل الشتاء',
      'قبل انتهاء المهلة المعلنة',
    ],
    title: ['بيان حول', 'تصريح بشأن', 'نداء عاجل بخصوص', 'موقف المجلس من', 'توضيح عن', 'رسالة حول'],
    end: '.',
  },
  en: {
    who: [
      'The river council',
      'The head of the political office',
      'The bureau for displaced families',
      'The legal committee',
      'The spokeswoman',
      'The delegation',
      'The union of teachers',
      'The relief room',
      'The farmers of the valley',
    ],
    did: [
      'condemned',
      'demanded an end to',
      'called for records of',
      'warned of',
      'welcomed',
      'debated',
      'announced',
      'regretted the delay of',
      'followed with concern',
    ],
    what: [
      'the shelling of granaries',
      'the closure of the ferry crossing',
      'repairs at schools for girls',
      'the arrest of fishermen',
      'the plan for seed',
      'talks on shared water',
      'the theft of land registers',
      'the return of islanders',
      'the vaccination of children',
      'elections to local councils',
    ],
    where: [
      'below the old dam',
      'near the bridge at Khabia',
      'in the quarter of the mills',
      'along the salt road',
      'north of the saffron plain',
      'in the camp on the hills',
    ],
    why: [
      'after a meeting that lasted until dawn',
      'in answer to appeals by residents',
      'as observers reported from the field',
      'despite repeated promises',
      'as winter draws near',
      'before the announced term ends',
    ],
    title: ['Statement on', 'Remarks about', 'Urgent appeal over', 'Our position on'],
    end: '.',
  },
}

const pick = (draw, list) => list[Math.floor(draw() * list.length)]

export function sentence(draw, language) {
  const { who, did, what, where, why, end } = PARTS[language]
  const count = 2 + Math.floor(draw() * 900)
  const figure = draw() < 0.2 ? (language === 'ar' ? ` ${count} عائلة` : ` ${count} families`) : ''
  return `${pick(draw, who)} ${pick(draw, did)} ${pick(draw, what)} ${pick(draw, where)} ${pick(draw, why)}${figure}${end}`
}

export function headline(draw, language) {
  const { title, what, where } = PARTS[language]
  return `${pick(draw, title)} ${pick(draw, what)} ${pick(draw, where)}`
}

/** @returns title and paragraphs of a statement */
export function wording(draw, language) {
  const length = 3 + Math.floor(draw() * 4)
  return {
    title: headline(draw, language),
    paragraphs: Array.from(
      { length },
      () => `${sentence(draw, language)} ${sentence(draw, language)}`,
    ),
  }
}

/** A bulletin from a mould: every day the same words, and other figures. */
export function bulletin(draw, day) {
  const [dead, hurt, homes] = [1, 2, 3].map(() => 1 + Math.floor(draw() * 60))
  return {
    title: 'الحصيلة اليومية لغرفة عمليات الإغاثة في الوادي',
    paragraphs: [
      `سجلت غرفة عمليات الإغاثة في يوم العمل رقم ${day} انتشال ${dead} من تحت الأنقاض وإسعاف ${hurt} من المصابين إلى مشفى الضفة الشرقية.`,
      `وأخمدت فرق الإطفاء حرائق في ${homes} من المنازل، وفتحت الطرق المؤدية إلى المخابز والمدارس، ووزعت الخيام على العائلات التي وصلت ليلا.`,
    ],
  }
}

/** One edit of a wording; what it is called tells what it is. */
export function edited({ title, paragraphs }, kind, draw, language) {
  const at = Math.floor(draw() * paragraphs.length)
  const others = (change) => paragraphs.map((text, n) => (n === at ? change(text) : text))
  switch (kind) {
    case 'typo':
      return { title, paragraphs: others((text) => text.replace(/(\S+) (\S+)/, '$1ه $2')) }
    case 'title':
      return { title: `${title}: ${headline(draw, language)}`, paragraphs }
    case 'added':
      return { title, paragraphs: [...paragraphs, sentence(draw, language)] }
    case 'figure':
      return {
        title,
        paragraphs: others(
          (text) =>
            `${text} ${language === 'ar' ? 'وبلغ العدد' : 'The count is'} ${Math.floor(draw() * 5000)}.`,
        ),
      }
    case 'removed':
      return paragraphs.length > 2
        ? { title, paragraphs: paragraphs.filter((_, n) => n !== at) }
        : { title, paragraphs: [...paragraphs, sentence(draw, language)] }
    default:
      throw new Error(`no edit is called ${kind}`)
  }
}

export const EDITS = ['typo', 'title', 'added', 'figure', 'removed']

/** The same statement corrected: another number, or the opposite of its first sentence. */
export function corrected({ title, paragraphs }, draw, language) {
  const [first, ...others] = paragraphs
  const isDenied = draw() < 0.5
  const [no, count] =
    language === 'ar' ? ['لم يحدث أن ', 'عائلة'] : ['It is not true that ', 'families']
  const opening = isDenied
    ? `${no}${first}`
    : `${first} ${10 + Math.floor(draw() * 9000)} ${count}.`
  return { title, paragraphs: [opening, ...others] }
}
