import { describe, expect, it } from 'vitest'
import { surfaces } from './ask.ts'

/** What is asked, and the words of a text that it finds, each row for a reason. */
interface Row {
  readonly query: string
  readonly text: string
  readonly because: string
}

const HITS: readonly Row[] = [
  // The word itself, however written
  { query: 'كيماوي', text: 'كيماوي', because: 'the word itself' },
  { query: 'كيماوي', text: 'كِيمَاوِيّ', because: 'vowel marks are optional in the text' },
  { query: 'كِيماويّ', text: 'كيماوي', because: 'vowel marks are optional in the query' },
  { query: 'كيماوي', text: 'كيمــــاوي', because: 'tatweel only stretches' },
  { query: 'كيماوي', text: 'كيماوى', because: 'Egypt writes final ya without dots' },
  { query: 'كيماوي', text: 'کیماوی', because: 'typed on a Persian keyboard' },
  { query: 'کیماوی', text: 'كيماوي', because: 'the query typed on a Persian keyboard' },
  { query: 'كيماوي', text: 'كيما\u200Fوي', because: 'a right-to-left mark inside the word' },
  { query: 'كيماوي', text: '\u202Bكيماوي\u202C', because: 'embedded by bidi controls' },
  { query: 'كيما\u200Fوي', text: 'كيماوي', because: 'a control pasted into the query' },
  {
    query: 'بيان',
    text: '\uFE91\uFEF4\uFE8E\uFEE5',
    because: 'letters by their shapes, from an old PDF',
  },
  {
    query: 'الائتلاف',
    text: 'ا\uFEFBئتلاف'.replace('ا\uFEFB', 'ال\u0627'),
    because: 'plain lam-alef',
  },
  { query: 'سلام', text: 'س\uFEFCم', because: 'lam-alef as one ligature' },
  { query: 'الائتلاف', text: 'الإئتلاف', because: 'a hamza on alef is a habit' },
  { query: 'الإئتلاف', text: 'الائتلاف', because: 'a hamza on alef is a habit of the query, too' },
  { query: 'إدلب', text: 'ادلب', because: 'sloppy alef' },
  { query: 'القرآن', text: 'القران', because: 'madda is a habit' },
  { query: 'مسؤول', text: 'مسئول', because: 'the hamza sits on ya in Egypt' },
  { query: 'مسئول', text: 'المسؤول', because: 'and on waw elsewhere' },
  { query: 'شؤون', text: 'الشئون', because: 'the same in the plural' },
  { query: 'مؤتمر', text: 'موتمر', because: 'the hamza left out' },
  { query: 'لجنة', text: 'لجنه', because: 'ta marbuta typed as ha' },
  { query: 'لجنه', text: 'لجنة', because: 'ha typed for ta marbuta in the query' },
  { query: 'هذا', text: 'هٰذا', because: 'the dagger alef is a mark' },
  { query: 'الله', text: '\uFDF2', because: 'the ligature of the word' },
  { query: 'أمن', text: 'ا\u0654من', because: 'hamza as a mark of its own' },

  // The article and the clitics
  { query: 'كيماوي', text: 'الكيماوي', because: 'the article' },
  { query: 'كيماوي', text: 'وكيماوي', because: 'and' },
  { query: 'كيماوي', text: 'فكيماوي', because: 'and so' },
  { query: 'كيماوي', text: 'بكيماوي', because: 'with' },
  { query: 'كيماوي', text: 'ككيماوي', because: 'like' },
  { query: 'كيماوي', text: 'لكيماوي', because: 'for' },
  { query: 'كيماوي', text: 'وبكيماوي', because: 'and with' },
  { query: 'كيماوي', text: 'والكيماوي', because: 'and the' },
  { query: 'كيماوي', text: 'بالكيماوي', because: 'with the' },
  { query: 'كيماوي', text: 'كالكيماوي', because: 'like the' },
  { query: 'كيماوي', text: 'للكيماوي', because: 'for the: the article loses its alef' },
  { query: 'كيماوي', text: 'وبالكيماوي', because: 'and with the' },
  { query: 'كيماوي', text: 'وللكيماوي', because: 'and for the' },
  { query: 'كيماوي', text: 'فللكيماوي', because: 'and so for the' },
  { query: 'كيماوي', text: 'فبالكيماوي', because: 'and so with the' },
  { query: 'كيماوي', text: 'وَبِالْكِيمَاوِيّ', because: 'and with the, vowelled' },
  { query: 'كيماوي', text: 'بالـكـيـمـاوي', because: 'with the, stretched' },
  { query: 'الكيماوي', text: 'وبالكيماوي', because: 'the article typed and kept' },
  { query: 'الكيماوي', text: 'للكيماوي', because: 'the article typed and kept, hidden in lil' },
  { query: 'الكيماوي', text: 'وللكيماوي', because: 'and for the' },
  { query: 'لجنة', text: 'للجنة', because: 'for the committee: one lam is added, not two' },
  { query: 'اللجنة', text: 'للجنة', because: 'the same with the article typed' },
  { query: 'اللجنة', text: 'وللجنة', because: 'the same with and' },
  { query: 'لاجئ', text: 'للاجئين', because: 'for the refugees: lam of the root and of the plural' },
  { query: 'لجنة', text: 'واللجنة', because: 'and the committee' },
  { query: 'الله', text: 'لله', because: 'for God: two lams of four' },
  { query: 'ائتلاف', text: 'للائتلاف', because: 'an alef stays after lil' },
  { query: 'إدلب', text: 'بإدلب', because: 'in Idlib' },
  { query: 'حلب', text: 'وبحلب', because: 'and in Aleppo' },
  { query: 'الحسكة', text: 'بالحسكة', because: 'a town with its article' },
  { query: 'الباب', text: 'للباب', because: 'a town with its article, after for' },

  // Words whose first letter looks like a clitic
  {
    query: 'وحدة',
    text: 'الوحدة',
    because: 'the waw belongs to the root and stays after the article',
  },
  { query: 'وحدة', text: 'ووحدة', because: 'two waws' },
  { query: 'الوحدة', text: 'بالوحدة', because: 'the root waw after a clitic and the article' },
  { query: 'وزير', text: 'لوزير', because: 'for a minister' },
  { query: 'فصائل', text: 'وفصائل', because: 'the fa of the root behind and' },
  { query: 'بلدية', text: 'ببلدية', because: 'two ba, one the root' },
  { query: 'كتيبة', text: 'ككتيبة', because: 'two kaf, one the root' },
  { query: 'كتائب', text: 'والكتائب', because: 'the kaf of the root' },
  { query: 'ليبيا', text: 'لليبيا', because: 'for Libya: the lam of the root behind a clitic' },
  { query: 'فرنسا', text: 'لفرنسا', because: 'for France' },
  { query: 'بشار', text: 'وبشار', because: 'a name that begins with ba' },
  { query: 'كمال', text: 'لكمال', because: 'a name that begins with kaf' },
  { query: 'وليد', text: 'ووليد', because: 'a name that begins with waw' },
  { query: 'فادي', text: 'وفادي', because: 'a name that begins with fa' },

  // Words that only seem to have an article
  { query: 'التزام', text: 'الالتزام', because: 'alef and lam of the root, with the article' },
  { query: 'التزام', text: 'التزاماتها', because: 'its plural' },
  { query: 'التزام', text: 'للالتزام', because: 'for the commitment' },
  { query: 'ألمانيا', text: 'وألمانيا', because: 'Germany has no article' },
  { query: 'ألمانيا', text: 'لألمانيا', because: 'so a bare clitic may stand before it' },
  { query: 'ألغام', text: 'بألغام', because: 'mines have none either' },
  { query: 'ألغام', text: 'الألغام', because: 'but may get one' },

  // Endings
  { query: 'مقاتل', text: 'مقاتلون', because: 'masculine plural' },
  { query: 'مقاتل', text: 'المقاتلين', because: 'masculine plural, oblique' },
  { query: 'مقاتل', text: 'مقاتلان', because: 'dual' },
  { query: 'مقاتل', text: 'مقاتلات', because: 'feminine plural' },
  { query: 'مقاتل', text: 'مقاتليهم', because: 'their fighters: the nun falls' },
  { query: 'مقاتل', text: 'ومقاتليها', because: 'and her fighters' },
  { query: 'مقاتل', text: 'مقاتلوها', because: 'her fighters, subject' },
  { query: 'سيارة', text: 'سيارات', because: 'the ta marbuta falls in the plural' },
  { query: 'سيارة', text: 'بالسيارات', because: 'with the cars' },
  { query: 'سيارة', text: 'سيارته', because: 'his car: ta marbuta becomes ta' },
  { query: 'سيارة', text: 'سيارتهم', because: 'their car' },
  { query: 'سيارة', text: 'سيارتان', because: 'two cars' },
  { query: 'سيارة', text: 'السيارتين', because: 'the two cars, oblique' },
  { query: 'سيارة', text: 'سياراتهم', because: 'their cars' },
  { query: 'سيارة', text: 'سياراته', because: 'his cars: -hu after a plural' },
  { query: 'الكيميائية', text: 'الكيميائية', because: 'the feminine itself' },
  { query: 'الكيميائية', text: 'للكيميائية', because: 'the feminine after for the' },
  { query: 'قوات', text: 'قواته', because: '-hu after a typed plural' },
  { query: 'قوات', text: 'وقواتها', because: 'and her forces' },
  { query: 'نظام', text: 'نظامهم', because: 'their regime' },
  { query: 'نظام', text: 'ونظامها', because: 'and her regime' },
  { query: 'شعب', text: 'شعبنا', because: 'our people' },
  { query: 'شعب', text: 'شعبكم', because: 'your people' },
  { query: 'كيماوي', text: 'كيماويًا', because: 'tanwin fath before its alef' },
  { query: 'كيماوي', text: 'كيماوياً', because: 'tanwin fath on its alef' },
  { query: 'هجوم', text: 'هجوما\u064B', because: 'tanwin on the alef of another word' },
  { query: 'أعضاء', text: 'أعضائها', because: 'the last hamza takes a seat before a pronoun' },
  { query: 'أعضاء', text: 'أعضاؤهم', because: 'another case, another seat' },
  { query: 'أعضاء', text: 'وأعضاءهم', because: 'and none at all' },
  { query: 'مستشفى', text: 'مستشفاها', because: 'alef maksura opens before a pronoun' },
  { query: 'مستشفى', text: 'المستشفيات', because: 'and is ya in the plural' },
  { query: 'سنة', text: 'سنتين', because: 'a word of three letters with ta marbuta' },
  { query: 'مئة', text: 'مئات', because: 'two letters are left, but three were typed' },
  {
    query: 'جنة',
    text: 'الجنة',
    because: 'the article before a word whose lam would make another',
  },
  { query: 'مال', text: 'بمال', because: 'a clitic that makes no other word' },

  // Short words
  { query: 'دم', text: 'دم', because: 'two letters, exact' },
  { query: 'دم', text: 'الدم', because: 'two letters with the article' },
  { query: 'دم', text: 'بالدم', because: 'two letters with the article behind a clitic' },
  { query: 'دم', text: 'للدم', because: 'two letters with the article in lil' },
  { query: 'الدم', text: 'والدم', because: 'two letters, typed with the article' },

  // Among other signs
  { query: 'الغوطة', text: '#الغوطة_الشرقية', because: 'a hashtag is several words' },
  { query: 'شرقية', text: '#الغوطة_الشرقية', because: 'also its later words' },
  { query: 'كيماوي', text: '«الكيماوي»،', because: 'quotation marks and commas are no letters' },
  { query: 'إيران', text: 'روسيا/إيران', because: 'a slash parts words' },
  { query: 'حلب', text: 'حلب-إدلب', because: 'a hyphen parts words' },
  { query: 'متف', text: 'م.ت.ف', because: 'an acronym with dots' },
  { query: 'علي', text: 'علي', because: 'the name typed with ya' },
  { query: 'علي', text: 'وعلي', because: 'the name after and' },
  { query: 'على', text: 'على', because: 'the preposition, asked for as such' },
  { query: 'هدى', text: 'هدي', because: 'alef maksura or ya, as Egypt types it' },
  { query: 'سلمى', text: 'سلمي', because: 'a name in alef maksura' },
  { query: 'لبنان', text: 'بلبنان', because: 'a protected word is found when asked for' },
  { query: 'شعبان', text: 'وشعبان', because: 'a name in -an is found when asked for' },
  { query: 'حسين', text: 'لحسين', because: 'a name in -in' },
  { query: 'فاطمة', text: 'وفاطمة', because: 'a name in ta marbuta' },
  { query: 'شيخون', text: 'بشيخون', because: 'a town in -un' },
]

const MISSES: readonly Row[] = [
  // Word boundaries
  { query: 'حلب', text: 'حلبة', because: 'an arena is not Aleppo' },
  { query: 'حلب', text: 'محلب', because: 'the end of another word' },
  { query: 'كيماوي', text: 'بتروكيماوي', because: 'the end of a compound' },
  { query: 'حمص', text: 'حمصي', because: 'the nisba is another word' },
  { query: 'سوري', text: 'سورية', because: 'the feminine is another word' },
  { query: 'سور', text: 'سوريا', because: 'a wall is not Syria' },
  { query: 'سور', text: 'سورية', because: 'wall + ya + ha would be a nisba' },
  { query: 'كيماوي', text: 'كيماويا', because: 'a final alef without tanwin may be anything' },
  { query: 'روس', text: 'روسيا', because: 'Russians are not Russia' },
  { query: 'كتاب', text: 'كتابة', because: 'a book is not writing' },
  { query: 'كتاب', text: 'كتابه', because: 'folded, his book is writing' },
  { query: 'مدرس', text: 'مدرسة', because: 'a teacher is not a school' },
  { query: 'مدرسة', text: 'مدرس', because: 'a school is not a teacher' },
  { query: 'سيارة', text: 'سيار', because: 'a ta marbuta is never taken away' },
  { query: 'مسؤول', text: 'مسؤولية', because: 'responsibility is no official' },
  { query: 'سؤال', text: 'سيال', because: 'a liquid has no hamza: only its seat may change' },
  { query: 'بؤرة', text: 'بيرة', because: 'nor has beer' },
  { query: 'كيماوي', text: 'كيمياوي', because: 'another spelling is for the query to name' },
  { query: 'الكيماوي', text: 'الكيميائي', because: 'a synonym is for the query to name' },
  { query: 'هجوم', text: 'هجمات', because: 'a broken plural is for the query to name' },
  { query: 'عرب', text: 'يعرب', because: 'verb forms are not split' },

  // The article
  { query: 'الباب', text: 'باب', because: 'a town with its article is not a door' },
  { query: 'الباب', text: 'بباب', because: 'nor at a door' },
  { query: 'الباب', text: 'وباب', because: 'nor and a door' },
  { query: 'الباب', text: 'لباب', because: 'nor for a door' },
  { query: 'اللجنة', text: 'لجنة', because: 'the definite thing was asked for' },
  { query: 'اللجنة', text: 'ولجنة', because: 'also after and' },
  { query: 'التزام', text: 'تزام', because: 'the lam belongs to the root' },
  { query: 'كيماوي', text: 'الالكيماوي', because: 'nobody writes two articles' },
  { query: 'لجنة', text: 'لللجنة', because: 'three lams are never written' },
  { query: 'كيماوي', text: 'بللكيماوي', because: 'clitics have an order' },
  { query: 'كيماوي', text: 'كبكيماوي', because: 'one preposition is enough' },
  { query: 'كيماوي', text: 'بوكيماوي', because: 'and comes first' },
  { query: 'كيماوي', text: 'وفكيماوي', because: 'one conjunction is enough' },

  // Another word that looks like a clitic and ours
  { query: 'مال', text: 'كمال', because: 'a name, not like money' },
  { query: 'مال', text: 'وكمال', because: 'and a name' },
  { query: 'جنة', text: 'لجنة', because: 'a committee is not for a paradise' },
  { query: 'جنة', text: 'للجنة', because: 'nor is for the committee' },
  { query: 'جنة', text: 'لجنتهم', because: 'nor is their committee' },
  { query: 'ريم', text: 'كريم', because: 'a name, not like a gazelle' },
  { query: 'تاب', text: 'كتاب', because: 'a book' },
  { query: 'شار', text: 'بشار', because: 'a name' },
  { query: 'سام', text: 'وسام', because: 'a medal' },
  { query: 'سام', text: 'بسام', because: 'a name' },
  { query: 'اسم', text: 'باسم', because: 'a name, and mostly "on behalf of"' },
  { query: 'حدة', text: 'وحدة', because: 'a unit' },
  { query: 'زير', text: 'وزير', because: 'a minister' },
  { query: 'ساد', text: 'فساد', because: 'corruption' },
  { query: 'رنسا', text: 'فرنسا', because: 'France' },
  { query: 'بنان', text: 'لبنان', because: 'Lebanon' },
  { query: 'لاد', text: 'بلاد', because: 'countries' },
  { query: 'ليد', text: 'وليد', because: 'a name' },
  { query: 'اتب', text: 'كاتب', because: 'a writer' },
  { query: 'سان', text: 'لسان', because: 'a tongue' },
  { query: 'يان', text: 'بيان', because: 'a statement' },
  { query: 'دي', text: 'فادي', because: 'two letters take the article at most' },

  // Another word that looks like ours and an ending
  { query: 'لبن', text: 'لبنان', because: 'milk is not Lebanon' },
  { query: 'لبن', text: 'وبلبنان', because: 'nor behind clitics' },
  { query: 'شعب', text: 'شعبان', because: 'a people is not the month or name' },
  { query: 'عمر', text: 'عمران', because: 'Omar is not Imran' },
  { query: 'عدن', text: 'عدنان', because: 'Aden is not Adnan' },
  { query: 'سلم', text: 'سلمان', because: 'peace is not Salman' },
  { query: 'زيد', text: 'زيدان', because: 'Zaid is not Zidan' },
  { query: 'حمد', text: 'حمدان', because: 'Hamad is not Hamdan' },
  { query: 'سود', text: 'السودان', because: 'black ones are not Sudan' },
  { query: 'بحر', text: 'البحرين', because: 'a sea is not Bahrain' },
  { query: 'البحر', text: 'البحرين', because: 'nor is the sea' },
  { query: 'زيت', text: 'زيتون', because: 'oil is not olives' },
  { query: 'عرف', text: 'عرفات', because: 'custom is not Arafat' },
  { query: 'خلد', text: 'خلدون', because: 'Khuld is not Khaldun' },
  { query: 'تمر', text: 'تمرين', because: 'dates are no exercise' },
  { query: 'قوان', text: 'قوانين', because: 'laws have no such singular' },
  { query: 'حس', text: 'حسين', because: 'two letters take no ending' },
  { query: 'دم', text: 'دمها', because: 'nor any pronoun' },
  { query: 'يد', text: 'بيد', because: 'two letters take no bare clitic' },
  { query: 'دم', text: 'ودم', because: 'not even and' },
  { query: 'مياه', text: 'مئات', because: 'waters end in ha, which does not fall' },
  { query: 'وجه', text: 'وجات', because: 'nor does that of a face' },
  { query: 'علي', text: 'على', because: 'a preposition is not the name' },
  { query: 'علي', text: 'وعلى', because: 'also after and' },
  { query: 'علي', text: 'عَلَى', because: 'also vowelled' },
  { query: 'لدي', text: 'لدى', because: 'nor is another one' },
  { query: 'علي', text: 'عليهم', because: 'nor is a preposition with its pronoun' },
  { query: 'علي', text: 'وعلينا', because: 'also after and' },
  { query: 'علي', text: 'فعليًا', because: 'nor is "really"' },
  { query: 'شيخ', text: 'شيخون', because: 'a sheikh is not Khan Shaykhun' },
  { query: 'عرب', text: 'عربين', because: 'Arabs are not Arbin' },
  { query: 'عشر', text: 'عشرين', because: 'ten is not twenty' },
  { query: 'كان', text: 'كانون', because: 'a verb is not the month' },
  { query: 'أسد', text: 'فاسد', because: 'the corrupt is no lion' },
  { query: 'عيد', text: 'بعيد', because: 'far is not at the feast' },

  // Numbers
  { query: '14', text: '140', because: 'a number is found whole' },
  { query: '140', text: '1,140', because: 'also across commas of thousands' },
  { query: '140', text: '140.5', because: 'and decimals' },
]

describe('an Arabic word', () => {
  it.each(HITS)('$query finds $text: $because', ({ query, text }) => {
    expect(surfaces(query, `قال ${text} اليوم`)).toHaveLength(1)
  })

  it.each(MISSES)('$query does not find $text: $because', ({ query, text }) => {
    expect(surfaces(query, `قال ${text} اليوم`)).toEqual([])
  })
})

describe('a number', () => {
  it.each([
    { query: '140', text: '١٤٠', because: 'Arabic-Indic digits' },
    { query: '١٤٠', text: '140', because: 'typed in Arabic-Indic digits' },
    { query: '۱۴۰', text: '١٤٠', because: 'Persian digits' },
    { query: '1400', text: '١٬٤٠٠', because: 'the Arabic comma of thousands' },
    { query: '1,400', text: '1400', because: 'a comma of thousands typed' },
    { query: '2018', text: '2018م', because: 'an Arabic letter joined' },
    { query: '2018', text: 'و2018', because: 'a clitic joined' },
    { query: '2018', text: '26/11/2018', because: 'a date' },
    { query: '2018', text: '26.11.2018', because: 'a date with points' },
    { query: '3.5', text: '٣٫٥', because: 'the Arabic decimal sign' },
  ])('$query finds $text: $because', ({ query, text }) => {
    expect(surfaces(query, `عام ${text} هنا`)).toHaveLength(1)
  })
})

describe('the words that are shown', () => {
  it.each([
    {
      query: 'كيماوي',
      text: 'حملة الترويج لِلكيماويِّ.',
      shown: ['لِلكيماويِّ'],
      because: 'whole, with clitics and marks',
    },
    {
      query: 'كيماوي',
      text: 'بالـكـيماوي\u200F!',
      shown: ['بالـكـيماوي\u200F'],
      because: 'with what is not seen',
    },
    {
      query: 'الأسلحة الكيميائية',
      text: 'والأسلحة الكيميائيّة',
      shown: ['والأسلحة', 'الكيميائيّة'],
      because: 'each word of its own',
    },
    {
      query: '"الأسلحة الكيميائية"',
      text: 'الأسلحةِ  «الكيميائية»',
      shown: ['الأسلحةِ  «الكيميائية'],
      because: 'a phrase from its first to its last word',
    },
  ])('$query in $text: $because', ({ query, text, shown }) => {
    expect(surfaces(query, text)).toEqual(shown)
  })
})
