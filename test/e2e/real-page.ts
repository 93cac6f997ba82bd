import { readFileSync } from 'node:fs'

/**
 * A page as a publisher's site really holds it, as plain text: from the file that BAYAN_REAL_PAGE
 * names, else an imitation written for this project, with the same traits: a view counter on the
 * header line, an author that is a desk, both kinds of digits, tatweel and marks, prefixed words.
 */
export function realPage(): {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly real: boolean
} {
  const file = process.env['BAYAN_REAL_PAGE']
  const text = file === undefined ? IMITATION : readFileSync(file, 'utf8')
  const [head = '', ...rest] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const title = head.split('الكاتب')[0]?.trim() ?? ''
  return { title, paragraphs: rest, real: file !== undefined }
}

const IMITATION = `المجلس يطالب بلجنة تحقيق في هجوم مرج الزهور الكاتب : أسرة التحرير التاريخ : 26 نوفمبر 2018 م المشاهدات : 321

اعتبر المجلس المدني أن حملة الترويج للكيماوي التي تسبق جولة المفاوضات باتت مكشوفة، وأن غايتها إفراغ الجولة من أي محتوى.

وأضـــاف البيان أن التقارير وثّقت استخدام الأسلحة الكيميائية أكثر من ١٤٠ مرة في 12 منطقة، وأن المسؤولية عن الهجمات الكيميائيّة لا تسقط بالتقادم.

تصريح صحفي المجلس المدني دائرة الإعلام ٢٠١٨ تشرين ثاني، ٢٠١٨

متجاهلة مسؤوليته عن استخدام الأسلحة الكيميائية أكثر من ١٤٠ مرة، وبالأسلحة الكيميائيّة هُجّر الآلاف.

info@council.example`
