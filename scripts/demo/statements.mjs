/**
 * What the demonstration's publisher says: a council that does not exist, in places that do not
 * exist. Each text is here in Arabic and in English, and carries what real ones carry: one word in
 * several spellings, both kinds of digits, a stretched letter, a reader's error of a scanner.
 *
 * `{n}` becomes a number in Latin digits, `{٠}` the same in Arabic-Indic digits.
 */
export const COUNCIL = { ar: 'هيئة الرصد المدني', en: 'Civic Monitoring Council' }

export const STATEMENTS = [
  {
    slug: { ar: 'محطات-المياه-في-وادي-السنديان', en: 'water-stations-in-oak-valley' },
    title: {
      ar: 'محطات المياه في وادي السنديان تعود إلى العمل',
      en: 'Water stations in Oak Valley are working again',
    },
    body: {
      ar: [
        'أعلنت هيئة الرصد المدني أن {n} محطة لضخ المياه في وادي السنديان عادت إلى العمل بعد انقطاع دام أسبوعين.',
        'ودعت الهيئة البلديات إلى نشر نتائج فحص المياه كل شهر، حتى يطمئن السكان إلى سلامتها.',
      ],
      en: [
        'The Civic Monitoring Council announced that {n} pumping stations in Oak Valley are working again after two weeks without water.',
        'The Council called on the municipalities to publish the results of water tests every month, so that residents know the water is safe.',
      ],
    },
    addition: {
      ar: 'وتنشر الهيئة جدول الضخ لكل حي مساء كل خميس.',
      en: 'The Council publishes the pumping schedule of each quarter every Thursday evening.',
    },
  },
  {
    slug: { ar: 'مدارس-تل-الريحان', en: 'schools-of-basil-hill' },
    title: {
      ar: 'تقرير عن حال المدارس في تل الريحان',
      en: 'A report on the schools of Basil Hill',
    },
    body: {
      ar: [
        'زار فريق الهيئة {٠} مدرسة في تل الريحان، ووجد أن نصفها يحتاج إلى ترميم قبل الشتاء.',
        'ويضم التقرير صورا\u064B للصفوف وقائمة بما ينقص كل مدرسة.',
      ],
      en: [
        'A team of the Council visited {n} schools in Basil Hill and found that half of them need repair before winter.',
        'The report holds pictures of the classrooms and a list of what each school lacks.',
      ],
    },
    addition: {
      ar: 'ويبدأ ترميم أول ثلاث مدارس الأسبوع القادم.',
      en: 'Repair of the first three schools begins next week.',
    },
  },
  {
    slug: { ar: 'ملف-الأسلحة-الكيميائية', en: 'the-chemical-weapons-file' },
    title: {
      ar: 'تسليم ملف الأسلحة الكيميائية إلى لجنة التحقيق',
      en: 'Chemical weapons file handed to the commission of inquiry',
    },
    body: {
      ar: [
        'سل\u0651مت هيئة الرصد المدني إلى لجنة التحقيق ملفا\u064B يوثق {n} شهادة عن استخدام الأسلحة الكيميائية في مرج الزهور.',
        'وأكدت الهيئة أن أسماء الشهود محفوظة ولا ت\u064Fنشر إلا بموافقتهم.',
      ],
      en: [
        'The Civic Monitoring Council handed the commission of inquiry a file with {n} testimonies on the use of chemical weapons in Flower Meadow.',
        'The Council stressed that the names of witnesses are kept safe and published only with their consent.',
      ],
    },
    addition: {
      ar: 'وستجيب اللجنة خلال ثلاثين يوما\u064B.',
      en: 'The commission will answer within thirty days.',
    },
  },
  {
    slug: { ar: 'زيارة-المعتقلين', en: 'visits-to-detainees' },
    title: {
      ar: 'الهيئة تطالب بزيارة المعتقلين في سجن الجسر القديم',
      en: 'The Council asks to visit detainees in Old Bridge prison',
    },
    body: {
      ar: [
        'طالبت هيئة الرصد المدني بالسماح لأهالي {٠} معتقلا\u064B في سجن الجسر القديم بزيارتهم دون شروط.',
        'وقالت إن منع الزيارة مخالف للتعهدات التي أعلنتها الإدارة في مطلع العام.',
      ],
      en: [
        'The Civic Monitoring Council asked that the families of {n} detainees in Old Bridge prison be allowed to visit them without conditions.',
        'It said that refusing visits breaks the pledges which the administration made at the start of the year.',
      ],
    },
    addition: {
      ar: 'وتلقت الهيئة وعدا\u064B بالرد قبل نهاية الأسبوع.',
      en: 'The Council was promised an answer before the end of the week.',
    },
  },
  {
    slug: { ar: 'هجوم-على-مرج-الزهور', en: 'attack-on-flower-meadow' },
    title: {
      ar: 'الهيئة تدين الهجوم بالأسلحة الكيميائي\u0651ة على مرج الزهور',
      en: 'The Council condemns the chemical weapons attack on Flower Meadow',
    },
    body: {
      ar: [
        'أدانت هيئة الرصد المدني الهجوم الذي أصاب {n} مدنيا\u064B في مرج الزهور فجر اليوم، وأكدت أن ما ج\u064Fمع من أدلة يشير إلى استخدام الكيماوي.',
        'وأضافت أن قصف القرى بالمدفعية وبالأسلحة الكيميائي\u0651ة جريمة لا تسقط بالتقادم، وأن هذا هو الهجوم رقم {٠} الذي توثقه منذ بداية العام.',
        'وطالبت بتسليم عينات التربة إلى مختبر مستقل.',
      ],
      en: [
        'The Civic Monitoring Council condemned the attack that injured {n} civilians in Flower Meadow at dawn, and said that the evidence gathered points to the use of chemical weapons.',
        'It added that shelling villages with artillery and with chemical weapons is a crime that does not lapse with time, and that this is attack number {n} that it has documented since the start of the year.',
        'It asked that soil samples be handed to an independent laboratory.',
      ],
    },
    addition: {
      ar: 'وفي وقت لاحق أكد المشفى وصول خمس إصابات أخرى بأعراض التعرض للكيماوي.',
      en: 'Later the hospital confirmed five more patients with signs of exposure to chemical weapons.',
    },
  },
  {
    slug: { ar: 'الإفراج-عن-المعتقلين', en: 'release-of-detainees' },
    title: {
      ar: 'الإفراج عن {n} من المعتقلين في بلدة النخيل',
      en: 'Release of {n} detainees in Palm Town',
    },
    body: {
      ar: [
        'رحبت هيئة الرصد المدني بالإفراج عن {n} من المعتقلين في بلدة النخيل، بينهم {٠} من الطلاب.',
        'ودعت إلى الكشف عن مصير سائر المعتقلين والمفقودين، وإلى السماح لأهاليهم بمعرفة أماكن احتجازهم.',
      ],
      en: [
        'The Civic Monitoring Council welcomed the release of {n} detainees in Palm Town, students among them.',
        'It called for the fate of all other detainees and missing persons to be told, and for their families to learn where they are held.',
      ],
    },
    addition: {
      ar: 'وص\u064Fححت القائمة مساء\u064B: أ\u064Fضيف اسمان من المعتقلين أ\u064Fفرج عنهما في اليوم نفسه.',
      en: 'The list was corrected in the evening: two more detainees were released the same day.',
    },
  },
  {
    slug: { ar: 'موسم-الزيتون', en: 'olive-harvest' },
    title: {
      ar: 'دعوة إلى حماية موسم الزيتون',
      en: 'A call to protect the olive harvest',
    },
    body: {
      ar: [
        'دعت هيئة الرصد المدني إلى حماية المزارعين في {٠} قرية أثناء موسم الزيتون، وإلى إزالة الحواجز عن طرق الحقول.',
        'ونشرت الهيئة خريطة للطرق الآمنة، وأرقاما\u064B للإبلاغ عن أي اعتداء.',
      ],
      en: [
        'The Civic Monitoring Council called for farmers in {n} villages to be protected during the olive harvest, and for barriers on the field roads to be removed.',
        'The Council published a map of safe roads and numbers for reporting any assault.',
      ],
    },
    addition: {
      ar: 'وأضيفت إلى الخريطة ثلاثة طرق أخرى.',
      en: 'Three more roads were added to the map.',
    },
  },
  {
    slug: { ar: 'تدمير-مخزون-الكيماوي', en: 'destruction-of-the-stockpile' },
    title: {
      ar: 'بيان في شأن تدمير مخزون الكيم\u0640\u0640\u0640اوي',
      en: 'On the destruction of the chemical weapons stockpile',
    },
    body: {
      ar: [
        'قالت هيئة الرصد المدني إن تدمير المخزون المعلن من الكيم\u0640\u0640اوي لم يكتمل، وإن {٠} موقعا\u064B ما زال مغلقا\u064B في وجه المفتشين.',
        'وحذرت من أن للكيماوي المخزون قرب تل الريحان خطرا\u064B على مياه الشرب.',
      ],
      en: [
        'The Civic Monitoring Council said that the declared stockpile of chemical weapons has not been destroyed in full, and that {n} sites are still closed to inspectors.',
        'It warned that what is stored near Basil Hill endangers the drinking water.',
      ],
    },
    addition: {
      ar: 'وأعلن المفتشون أنهم يدخلون أول موقع يوم الأحد.',
      en: 'The inspectors announced that they will enter the first site on Sunday.',
    },
  },
  {
    slug: { ar: 'حملة-التلقيح', en: 'vaccination-campaign' },
    title: {
      ar: 'انطلاق حملة التلقيح في المخيمات',
      en: 'Vaccination campaign begins in the camps',
    },
    body: {
      ar: [
        'انطلقت حملة التلقيح في {n} مخيما\u064B، وتستمر عشرة أيام بمشاركة متطوعي الهيئة.',
        'وطلبت الهيئة من الأهالي إحضار بطاقات الأطفال.',
      ],
      en: [
        'The vaccination campaign began in {n} camps; it lasts ten days, and volunteers of the Council take part.',
        'The Council asked parents to bring their children’s cards.',
      ],
    },
    addition: {
      ar: 'وم\u064Fددت الحملة يومين.',
      en: 'The campaign was extended by two days.',
    },
  },
  {
    slug: { ar: 'نص-مقروء-من-صورة', en: 'text-read-from-an-image' },
    title: {
      ar: 'هيثة الرصد المدني: لا حصانة لمن أمر بالهجوم',
      en: 'Civic Monitoring Council: no immunity for those who ordered the attack',
    },
    body: {
      ar: [
        // As a scanner reads it: hamza seat as a dotted tooth, two letters changed places, one repeated.
        'أكدت هيثة الرصد المدني أن من أمر باستخدام الأسلحة الكميائية لا حصانة له، وأن ملف الأسلحة الكيميائية أمام القضاء منذ {٠} يوما\u064B.',
        'وأشارت إلى أن أكثر من {n} شاهدا\u064B مستعدون للإدلاء بأقوالهم.',
      ],
      en: [
        'The Civic Monitoring Council stressed that those who ordered the use of chemical weapons have no immunity, and that the file has been before the courts for {n} days.',
        'It pointed out that more than {n} witnesses are ready to testify.',
      ],
    },
    addition: {
      ar: 'وحددت المحكمة موعد الجلسة الأولى.',
      en: 'The court has set a date for the first hearing.',
    },
  },
  {
    slug: { ar: 'إضراب-المعتقلين', en: 'hunger-strike-of-detainees' },
    title: {
      ar: 'المعتقلون في الجسر القديم يضربون عن الطعام',
      en: 'Detainees in Old Bridge on hunger strike',
    },
    body: {
      ar: [
        'بدأ {٠} من المعتقلين في سجن الجسر القديم إضرابا\u064B عن الطعام احتجاجا\u064B على تأجيل محاكماتهم.',
        'وحم\u0651لت الهيئة الإدارة مسؤولية سلامتهم، وطالبت بإدخال الأطباء فورا\u064B.',
      ],
      en: [
        'In Old Bridge prison {n} detainees began a hunger strike against the postponement of their trials.',
        'The Council held the administration responsible for their safety and asked that doctors be let in at once.',
      ],
    },
    addition: {
      ar: 'ودخل طبيبان السجن بعد صدور البيان.',
      en: 'Two doctors entered the prison after the statement was issued.',
    },
  },
  {
    slug: { ar: 'تعيين-ناطقة-جديدة', en: 'new-spokeswoman' },
    title: {
      ar: 'الهيئة تسمي ناطقة رسمية جديدة',
      en: 'The Council names a new spokeswoman',
    },
    body: {
      ar: [
        'سم\u0651ت هيئة الرصد المدني ناطقة رسمية جديدة، وأعلنت أنها تعقد لقاء\u064B مع الصحافة كل {n} يوما\u064B.',
        'وت\u064Fرسل الأسئلة قبل اللقاء بيوم.',
      ],
      en: [
        'The Civic Monitoring Council named a new spokeswoman and announced a meeting with the press every {n} days.',
        'Questions are to be sent one day ahead.',
      ],
    },
    addition: {
      ar: 'ون\u064Fقل اللقاء الأول إلى يوم الثلاثاء.',
      en: 'The first meeting was moved to Tuesday.',
    },
  },
]

/**
 * The text of the publisher's n-th statement (from 1) in one language. When all are told, they come
 * again with other figures and their number in the title, as the yearly ones of real bodies do.
 */
export function textOf(number, language, edited) {
  const pattern = STATEMENTS[(number - 1) % STATEMENTS.length]
  const count = 12 + ((number * 7) % 88)
  const round = Math.ceil(number / STATEMENTS.length)
  const fill = (text) =>
    text.replaceAll('{n}', String(count)).replaceAll('{٠}', arabicDigits(String(count)))
  const again = language === 'ar' ? ` (${arabicDigits(String(number))})` : ` (${number})`
  const paragraphs = pattern.body[language].map(fill)
  return {
    slug: pattern.slug[language],
    title: fill(pattern.title[language]) + (round > 1 ? again : ''),
    paragraphs: edited ? [...paragraphs, pattern.addition[language]] : paragraphs,
  }
}

/** Latin digits in a text as Arabic-Indic ones. */
export function arabicDigits(text) {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
}
