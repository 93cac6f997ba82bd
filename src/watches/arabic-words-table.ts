/*
 * Words that look like another word with a clitic or an ending. In each line the rest is a word or
 * a name that somebody may ask for: whoever asks for "مال" does not mean "كمال". A true
 * "like money" is lost with it; that is the smaller evil in an alert. Words that would leave two
 * letters need no entry: the rule for short words covers them. Source: our own reading of Arabic
 * news language, gone through letter by letter; they are written as folding leaves them (hamza,
 * maksura and ta marbuta bare), since an isolate that starts should not have to fold them.
 */

/** The first letter (wa, fa, bi, ka, li) belongs to the root, in the feminine and the plural too. */
const FIRST_LETTER_OF_ROOT = `
  بابل باحث باحه بارد بارز باسل باسم باشا باطل باقر باقي بالغ بالون باهر بحار بحري بحرين بحيره بخار
  بخيل بدايه بدوي بذره براده براق برزه برقيه بركه برهان بروز بريء بريد بريه بساله بسام بسمه بسيط
  بشار بشري بشير بصري بصمه بضعه بطاقه بطاله بطله بطوله بعثه بعيد بغداد بقاء بقال بقايا بقره بقعه
  بكره بلاء بلاد بلاط بلاغ بلال بلدان بلده بلدي بناء بنات بنان بندر بنود بنيه بهاء بهار بوصله بوليس
  بياض بيان بينه بييه فاتح فاجر فاخر فادي فارس فارغ فارق فاسد فاشل فاشي فاصل فاعل فاقد فاقه فايز
  فتاه فتحه فتحي فتره فتنه فتوح فتوي فتيه فخامه فداء فديه فرات فرار فراس فراغ فرضيه فرقه فروع فريد
  فريق فساد فصول فطره فعال فعلي فقراء فقره فقيد فكره فلاح فلوجه فنون فهمي فهيم فواد فواز فوره فوزي
  فوضي فيات فيصل كابل كاتب كادح كادر كاسر كافر كافه كافي كامل كامن كاهل كاهن كاين كبار كبير كتاب
  كتله كثير كراج كرامه كردي كرسي كريم كفاح كفاله كفيل كلاب كلام كلمه كليه كمال كماليه كمامه كميل
  كمين كميه كيان لاجي لاحق لازم لاعب لافت لامع لاهب لباس لباقه لبنان لبنه لجان لجنه لحظه لحيه لسان
  لطفي لعبه لعنه لعين لغات لفته لقاء لقاح لقطه لقمان لقمه لمحه لمسه لمعان لواء ليلي وابل واثق واجب
  واحد واحه وادي وارث وارد واسع واصل واضح واعد واعظ وافد وافر واقع واقعي واقف والد والي واهم وباء
  وبال وثيق وجبه وجدي وجهاء وجهه وجود وجيه وحده وحشي وحيد وداع وراء وراثه وراثي ورده وردي ورشه
  ورقاء ورقه ورقي ورود وزان وزير وساده وسام وسطي وسيم وصال وصايه وصفه وصفي وصله وصول وصيف وضوء وعاء
  وعود وعيد وفاء وفاق وفاه وفره وفود وفيق وقار وقايه وقعه وقفه وقود وكاله وكيل ولاء ولاده ولاه
  ولايه وليد ونيس وهاب وهمي فرنسا
`

/** The last letters belong to the word: no plural, no dual, no pronoun. */
const ENDING_OF_WORD = `
  ابيات ادمان اربعون اربعين ارسلان اصوات انسان بحرين بدران براهين بركان برهان بنيان بوتين بيسان
  تابين تامين تسعون تسعين تعبان تعدين ثعبان ثلاثون ثلاثين ثمانون ثمانين جبران جرذان جريان جمعان
  جوعان جولان جيران حرمان حزيران حسنات حلبون حلوان حمدان حمدون حمران حوران حيوان خلدون خلفان خمسون
  خمسين خولان خيطان دوران ذيبان رسلان رضوان رمضان ريحان زهران زيتون زيدان سبعون سبعين سرحان سريان
  سعدان سعدون سفيان سكران سلطان سلقين سلمان سليمان سمعان سودان سيدنا سيلان شارون شاهين شعبان شعلان
  شمران شمعون شيبان شيخون شيشان صفوان طالبان طهران طوفان طيران ظهران عابدين عثمان عجلان عجمان عدنان
  عدوان عربان عربون عربين عرفات عرفان عسفان عسلان عشرون عشرين عصيان عطشان عفرين علوان عليكم علينا
  عليها عليهم عليهما عليهن عمران عميان عنوان عيدان غزلان غضبان غفران فتيان فرحان فرسان فرعون فرقان
  فقدان فلتان فلسطين فيضان قارون قاسيون قانون قبلان قحطان قربان قطعان كانون كربون كرمان كسلان كفران
  كنعان لبنان لمعان ماردين ماكرون مامون مجنون محاكم مرجان مروان مساكين مسكين مضمون مطران معجون
  ملعون مليون مهران مهرجان ميدان ميزان ميلان ميمون نجران ندمان نسرين نسيان نصيبين نعمان نقصان نكران
  نيران نيرون نيسان هارون هجران همدان هيجان وجدان وهران ياسين قوانين تمرين
`

/** The alef and lam belong to the word: no article. Typed so, it is asked for with or without one. */
const ALEF_AND_LAM_OF_WORD = `
  الات الاسكا الاعيب الاف الام الان الباني البانيا البانيه البسه البوم البير التباس التحاق التحام
  التزام التزامات التصاق التفات التفاف التفافي التقاء التقاط التماس التماسات التماع التهاب التهابات
  التهام التواء التواءات التي التيام الحاح الحاد الحاظ الحاق الحاقا الحان الذي الذين الزام الزامي
  الزاميه السن السنه العاب العوبه الغاء الغاءات الغاز الغام الفا الفريد الفه الفين القاء القاب
  القاها الكترون الكتروني الكترونيا الكترونيات الكترونيه الكسندر الكسندرا الكسي اللاتي اللتان
  اللذان اللواتي الماس الماظ المام المان الماني المانيا المانيه المعي المي الهاء الهام الهي الوان
  الوف الويه اليات الياس الياف اليزابيث اليه اليها اليهم
`

/** Prepositions and the like in alef maksura: folded they would be names (علي) and pronouns. */
const FUNCTION_WORDS = 'علي الي حتي متي لدي سوي احدي بلي اني'

/** The other way round: what is written with ya is these, and no name in alef maksura (منى). */
const FUNCTION_WORDS_IN_YA = 'مني عني لدي'

export interface ArabicWords {
  readonly withRootInitial: ReadonlySet<string>
  readonly withOwnEnding: ReadonlySet<string>
  readonly withoutArticle: ReadonlySet<string>
  readonly functionWords: ReadonlySet<string>
  readonly functionWordsInYa: ReadonlySet<string>
}

/** Letters of the longest listed word. */
export const LONGEST_LISTED = 6
/** What a listed word may begin with where its first letter looks like a clitic. */
export const ROOT_INITIALS = 'بفكلو'
const INFLECTIONS: readonly string[] = ['ه', 'ات', 'ين', 'ون']

/** Whether the word from there on is one whose first letter belongs to the root, or its feminine or plural. */
export function hasRootInitial(text: string, from: number): boolean {
  // Its ending has two letters at most.
  const isLonger = text.length - from > LONGEST_LISTED + 2
  if (isLonger || !ROOT_INITIALS.includes(text.charAt(from))) return false
  const { withRootInitial } = arabicWords()
  const word = text.slice(from)
  if (withRootInitial.has(word)) return true
  const ending = INFLECTIONS.find((ending) => word.endsWith(ending))
  if (ending === undefined) return false
  const base = word.slice(0, -ending.length)
  return withRootInitial.has(base) || withRootInitial.has(`${base}ه`)
}

/** Whether the word from there on is one whose last letters are no ending. */
export function hasOwnEnding(text: string, from: number): boolean {
  return text.length - from <= LONGEST_LISTED && arabicWords().withOwnEnding.has(text.slice(from))
}

let words: ArabicWords | undefined

/** The lists as sets, made at first use. */
export function arabicWords(): ArabicWords {
  words ??= {
    withRootInitial: wordsOf(FIRST_LETTER_OF_ROOT),
    withOwnEnding: wordsOf(ENDING_OF_WORD),
    withoutArticle: wordsOf(ALEF_AND_LAM_OF_WORD),
    functionWords: wordsOf(FUNCTION_WORDS),
    functionWordsInYa: wordsOf(FUNCTION_WORDS_IN_YA),
  }
  return words
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
