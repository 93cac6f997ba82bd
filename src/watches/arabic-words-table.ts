import { fold } from '../text/fold.ts'

/*
 * Words that look like another word with a clitic or an ending. In each line the rest is a word or
 * a name that somebody may ask for: whoever asks for "مال" does not mean "كمال". A true
 * "like money" is lost with it; that is the smaller evil in an alert. Written as usual, folded at
 * first use. Words that would leave two letters need no entry: the rule for short words covers them.
 */

/** The first letter (wa, fa, bi, ka, li) belongs to the root. */
const FIRST_LETTER_OF_ROOT = `
  وطني وطنية وزير وزارة وزراء ولاية وليد ولاء وحدة وحدات وحيد واحد واحدة وقفة وقود وقائع وصول وصال
  وسيط وسام وسيم وسائل وسيلة وردة ورقة ورشة وراء وعود وضوح وفاة وفاء وفود وفيق وفاق وكالة وكيل
  والد والدة والي وادي واقع واقعة واجب وجهة وجود وجيه وثيقة وثائق وباء وبال وصية وئام وداد وداع
  وديع ودود وارد واردات واشنطن وهاب ونيس فساد فتحي فتنة فريق فرات فرنسا فرقة فارس فارق فادي فاروق
  فاطمة فائز فائدة فاضل فلاح فلسطين فكرة فصيل فصائل فضاء فقيد فؤاد فوضى فيصل فيضان فيروس بلاد بلدة
  بلدية بلال بلاء بلاغ بحري بديل بديع بريد برلمان برنامج بروز برهان بشار بشرى بشير بسام باسل باسم
  بابل بارد بارز باحث بادية باقر باقي بالغ بانياس بائع باهر بيان بيروت بيئة بيضاء بنان بناء بنود
  بغداد بطولة بعثة بقاء بقعة بصرى بصمة بداية بضاعة بضائع بطاقة بهاء كتاب كاتب كتيبة كتائب كتلة
  كمال كامل كريم كرامة كفاح كفالة كلام كلمة كلية كبار كبير كاظم كادر كارثة كافة كاسر كاسح كيان
  كيماوي كراج كرسي كنيسة كنائس كوادر كوكب كائن كميل كمين لجنة لجان لجوء لبنان لبيب لسان لحظة لحية
  لقاء لقاح لطيف ليبيا ليلة ليلى لواء لوحة لاجئ لاجئين لاجئون لازم لاعب لافتة لافت لائحة لمعان
  لهجة لباس لقمة لياقة فعلي فاسد فراس بعيد وعيد لعين
`

/** The last letters belong to the word: no plural, no dual, no pronoun. */
const ENDING_OF_WORD = `
  لبنان شعبان رمضان سلمان عثمان عمران عدنان نعمان قحطان حمدان زيدان سعدان مروان رضوان سلطان سليمان
  سودان إيران طهران حوران جولان جيران ميدان ميزان برلمان بنيان بركان قربان إنسان حيوان عنوان ديوان
  عدوان فيضان حرمان طغيان غفران نكران خسران فقدان وجدان عرفان شريان سرطان جثمان كتمان إتقان إعلان
  إيمان فرقان برهان مهرجان مرجان نيسان حزيران ريحان نقصان سريان جريان هيجان غليان فلتان عصيان
  بحرين فلسطين ياسين شاهين تشرين قوانين عناوين مجانين بساتين ملايين براهين شياطين سلاطين تمرين
  تدوين تكوين تعيين تأمين تبيين تلوين تحسين تخزين تموين تخمين لاتين عابدين شرايين زيتون خلدون
  سعدون حمدون قانون مليون صابون تلفزيون هارون ميمون مضمون ملعون مجنون ليمون عرفات إثبات إسكات
  أوقات أصوات أموات أبيات أقوات قنوات محاكم تراكم متراكم مراهم مساهم تفاهم متفاهم تساهم
  شيخون قاسيون كانون طاعون حلبون عربين عفرين مطران طيران نيران دوران طوفان شيشان صفوان علوان سفيان كنعان
  عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين سبعون سبعين ثمانون ثمانين تسعون تسعين
  عليها عليهم عليهما عليهن علينا عليكم لديها لديهم لديهما لديهن لدينا لديكم
`

/** The alef and lam belong to the word: no article. Typed so, it is asked for with or without one. */
const ALEF_AND_LAM_OF_WORD = `
  آلام آلاف ألوف آلات آلية آليات ألوية ألوان ألغام ألعاب ألقاب ألسنة ألحان ألياف ألماس ألبوم
  ألاعيب إلغاء إلقاء إلحاق إلهام إلزام إلزامي إلزامية إلمام إلحاح إلحاد إلهاء إلياس إليزابيث إلهي
  إليها إليهم التزام التزامات التقاء التهاب التهابات التماس التماسات التحاق التفاف التباس التفات
  التهام التصاق التواء التئام ألمانيا ألماني ألمانية ألمان ألبانيا ألباني ألبانية ألكسندر ألكسندرا
  ألكسي إلكتروني إلكترونية إلكترونيا إلكترونيات إلكترون التي الذي الذين اللذان اللتان اللواتي
  اللاتي الآن ألسن ألفا ألفين ألمعي
`

/** Prepositions and the like in alef maksura: folded they would be names (علي) and pronouns. */
const FUNCTION_WORDS = `على إلى حتى متى لدى سوى إحدى بلى أنى`

export interface ArabicWords {
  readonly withRootInitial: ReadonlySet<string>
  readonly withOwnEnding: ReadonlySet<string>
  readonly withoutArticle: ReadonlySet<string>
  readonly functionWords: ReadonlySet<string>
}

let words: ArabicWords | undefined

/** The lists, folded. */
export function arabicWords(): ArabicWords {
  words ??= {
    withRootInitial: wordsOf(FIRST_LETTER_OF_ROOT),
    withOwnEnding: wordsOf(ENDING_OF_WORD),
    withoutArticle: wordsOf(ALEF_AND_LAM_OF_WORD),
    functionWords: wordsOf(FUNCTION_WORDS),
  }
  return words
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(fold(list).text.trim().split(/\s+/))
}
