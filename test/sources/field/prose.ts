/** Statements of organisations that do not exist, written for these tests. */
export interface Prose {
  readonly slug: string
  readonly title: string
  readonly text: readonly string[]
  /** The day of publication, as ISO has it. */
  readonly day: string
}

export const AR: readonly Prose[] = [
  {
    slug: 'market-shelling',
    title: 'مجلس الوادي يدين قصف سوق المدينة القديمة',
    day: '2026-11-24',
    text: [
      'يدين مجلس الوادي بأشد العبارات القصف الذي استهدف سوق المدينة القديمة صباح الثلاثاء، وأدى إلى مقتل سبعة مدنيين وإصابة عشرين آخرين بجروح.',
      'ويحمّل المجلس الجهة التي نفذت القصف المسؤولية الكاملة عن هذه الجريمة، ويدعو الأمم المتحدة إلى فتح تحقيق مستقل ومحاسبة الفاعلين.',
      'ويؤكد أن استهداف الأسواق والمشافي خرق واضح للقانون الدولي الإنساني، وأن هذه الجرائم لا تسقط بالتقادم.',
    ],
  },
  {
    slug: 'water-station',
    title: 'انقطاع المياه عن ثلاثين ألف أسرة بعد توقف محطة السهل',
    day: '2026-11-22',
    text: [
      'توقفت محطة ضخ المياه في السهل عن العمل منذ يوم الجمعة بسبب نفاد الوقود، وحُرمت ثلاثون ألف أسرة من مياه الشرب.',
      'وتناشد لجنة الخدمات في المجلس المنظمات الإنسانية تأمين الوقود اللازم لتشغيل المحطة قبل نهاية الأسبوع.',
      'وتقول اللجنة إن صهاريج المياه لا تكفي إلا لعشر حاجة الأحياء الشرقية.',
    ],
  },
  {
    slug: 'detainees-list',
    title: 'الكشف عن قائمة جديدة بأسماء المحتجزين في سجن التل',
    day: '2026-11-19',
    text: [
      'نشرت لجنة المحتجزين قائمة تضم مئة وأربعين اسما لأشخاص احتجزوا في سجن التل خلال العامين الماضيين.',
      'وتطالب اللجنة بالكشف الفوري عن مصيرهم، والسماح لذويهم بزيارتهم، وتمكينهم من توكيل محامين.',
      'وجُمعت الأسماء من شهادات أسر المحتجزين ومن سجلات المحكمة.',
    ],
  },
  {
    slug: 'school-year',
    title: 'افتتاح العام الدراسي في مخيمات الشمال رغم نقص الكتب',
    day: '2026-11-15',
    text: [
      'افتتحت مديرية التربية العام الدراسي في مخيمات الشمال بحضور اثني عشر ألف تلميذ وتلميذة.',
      'وقالت المديرية إن نصف المدارس لم تصلها الكتب بعد، وإن الصفوف تعمل على فترتين بسبب ضيق المكان.',
      'ودعت الجهات المانحة إلى الوفاء بما تعهدت به في مؤتمر الربيع.',
    ],
  },
  {
    slug: 'border-talks',
    title: 'الوفد المفاوض يعلّق مشاركته في محادثات المعابر',
    day: '2026-11-11',
    text: [
      'أعلن الوفد المفاوض تعليق مشاركته في محادثات المعابر إلى أن تتوقف العمليات العسكرية في الريف الجنوبي.',
      'وأوضح رئيس الوفد أن الطرف الآخر لم يلتزم بأي بند من بنود الاتفاق الذي وقّع في آب الماضي.',
      'ويبقى الوفد على تواصل مع الوسطاء في انتظار ضمانات مكتوبة.',
    ],
  },
  {
    slug: 'harvest-fires',
    title: 'حرائق المحاصيل تلتهم ألفي دونم في ريف النهر',
    day: '2026-11-08',
    text: [
      'التهمت الحرائق ألفي دونم من القمح والشعير في ريف النهر خلال ثلاثة أيام، وفق ما أحصته فرق الدفاع المدني.',
      'وعملت خمس عشرة سيارة إطفاء على حصر النيران، وأصيب اثنان من المتطوعين باختناق خفيف.',
      'ويطلب الدفاع المدني من المزارعين الإبلاغ عن أي دخان فور رؤيته.',
    ],
  },
  {
    slug: 'journalists-law',
    title: 'رابطة الصحفيين ترفض مسودة قانون الإعلام',
    day: '2026-11-04',
    text: [
      'ترفض رابطة الصحفيين مسودة قانون الإعلام التي عرضت على اللجنة القانونية يوم الاثنين.',
      'وترى الرابطة أن المسودة تجعل ترخيص الصحف بيد السلطة التنفيذية، وتعاقب على النشر بالسجن.',
      'وتعرض الرابطة مسودة بديلة شاركت في كتابتها إحدى عشرة مؤسسة.',
    ],
  },
]

export const EN: readonly Prose[] = [
  {
    slug: 'market-attack',
    title: 'Valley Council condemns attack on the old city market',
    day: '2026-11-24',
    text: [
      'The Valley Council condemns in the strongest terms the shelling of the old city market on Tuesday morning, which killed seven civilians and wounded twenty others.',
      'The Council holds those who carried out the attack fully responsible and calls on the United Nations to open an independent inquiry.',
      'Attacks on markets and hospitals are a clear breach of international humanitarian law, and there is no time limit on these crimes.',
    ],
  },
  {
    slug: 'water-cut',
    title: 'Thirty thousand families without water as pumping station stops',
    day: '2026-11-22',
    text: [
      'The pumping station on the plain has been out of service since Friday for want of fuel, and thirty thousand families have no drinking water.',
      'The services committee appeals to humanitarian organisations to supply fuel before the end of the week.',
      'Tankers cover no more than a tenth of what the eastern districts need, the committee says.',
    ],
  },
  {
    slug: 'names-of-detained',
    title: 'New list names people held in the hill prison',
    day: '2026-11-19',
    text: [
      'The detainees committee has published the names of one hundred and forty people who were held in the hill prison over the past two years.',
      'It asks for their fate to be made known at once, and for families and lawyers to be allowed to visit.',
      'The names were gathered from relatives and from the records of the court.',
    ],
  },
  {
    slug: 'school-opens',
    title: 'School year opens in the northern camps despite lack of books',
    day: '2026-11-15',
    text: [
      'Twelve thousand pupils went back to school in the northern camps this week, the education office said.',
      'Half of the schools have not received their books, and classes are held in two shifts because there is no room.',
      'Donors should keep the promises that they made at the spring conference, the office added.',
    ],
  },
  {
    slug: 'talks-suspended',
    title: 'Delegation suspends its part in the crossing talks',
    day: '2026-11-11',
    text: [
      'The delegation has suspended its part in the talks on crossings until military operations in the southern countryside come to an end.',
      'The other side has kept none of the terms of the agreement that was signed in August, its head said.',
      'The delegation stays in touch with the mediators and waits for written guarantees.',
    ],
  },
  {
    slug: 'crop-fires',
    title: 'Crop fires burn two thousand acres along the river',
    day: '2026-11-08',
    text: [
      'Fires have burnt two thousand acres of wheat and barley along the river within three days, according to civil defence teams.',
      'Fifteen fire engines worked to contain the flames, and two volunteers were treated for smoke.',
      'Civil defence asks farmers to report any smoke as soon as it is seen.',
    ],
  },
]

export const paragraphs = ({ text }: Prose): string => text.map((one) => `<p>${one}</p>`).join('\n')

const LEVANTINE =
  'كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول'
const EGYPTIAN = 'يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر'
const ENGLISH =
  'January,February,March,April,May,June,July,August,September,October,November,December'

const parts = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { year, month: Number(month) - 1, date: String(Number(date)) }
}
const named = (names: string, month: number) => names.split(',')[month] ?? ''

export const levantine = (day: string): string => {
  const { year, month, date } = parts(day)
  return `${date} ${named(LEVANTINE, month)} ${year}`
}
export const egyptian = (day: string): string => {
  const { year, month, date } = parts(day)
  return `${date} ${named(EGYPTIAN, month)} ${year}`
}
export const english = (day: string): string => {
  const { year, month, date } = parts(day)
  return `${named(ENGLISH, month)} ${date}, ${year}`
}
/** Day/month/year. */
export const slashed = (day: string): string => day.split('-').reverse().join('/')
export const indic = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
