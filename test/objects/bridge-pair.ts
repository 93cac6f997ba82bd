import type { Item } from './simulated-publisher.ts'

/** One statement in both languages, which no page ties: comparing does. */
export const BRIDGE_AR: Item = {
  slug: 'jisr',
  title: 'بيان حول غارة جوية على جسر الرستن',
  date: '2026-01-05T07:00:00Z',
  text: 'أدان مجلس النهر الغارة الجوية التي استهدفت جسر الرستن في ريف حمص وأدت إلى مقتل 17 مدنيا بينهم 4 أطفال.\nوقال رئيس المجلس سامر الحكيم إن القصف دمّر محطة المياه التي تخدم 23000 من السكان، وطالب مجلس الأمن بفتح تحقيق.',
}
export const BRIDGE_EN: Item = {
  slug: 'en/bridge',
  title: 'Council condemns air strike on Rastan bridge',
  date: '2026-01-06T07:00:00Z',
  text: 'The River Council condemned the air strike that hit the Rastan bridge in rural Homs and killed 17 civilians, including 4 children.\nIts president, Samer al-Hakim, said that the bombing destroyed the water station serving 23,000 people, and called on the Security Council to open an investigation.',
}
