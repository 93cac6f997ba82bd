import type { ChangeKind } from '../statements/change.ts'
import type { NearCopy } from '../watches/alert.ts'
import type { Language } from '../text/language.ts'

/** What a message for people says in its own words, in the language of the statement it tells. */
export interface MessageWords {
  readonly untitled: string
  /** Before the day on which we first saw a statement that has no date of its own. */
  readonly firstSeen: string
  readonly change: Readonly<Record<ChangeKind, (revision: number) => string>>
  readonly watch: string
  readonly matched: string
  readonly comma: string
  readonly atPublisher: string
  readonly atBayan: string
  /** Before the title of the partner, which is in the other language. */
  readonly translation: string
  /** Before what a machine made, where a watch asked for that too. */
  readonly machine: string
  /** That the words were not found in what the publisher said. */
  readonly foundByMachine: string
  /** Before the names of other publishers of the same text. */
  readonly also: string
  /** Before the names of publishers of nearly the same text, told before; and why this is told too. */
  readonly toldBefore: string
  readonly differs: Readonly<Record<NearCopy['differs'], string>>
  /** Before what the wording was, and what it is now. */
  readonly before: string
  readonly now: string
  readonly digest: (alerts: number) => string
  readonly newest: string
  /** The name of the status page. */
  readonly status: string
  readonly testTitle: string
  readonly test: string
}

export const MESSAGE_WORDS: Readonly<Record<Language, MessageWords>> = {
  ar: {
    untitled: 'بيان بلا عنوان',
    firstSeen: 'رصد أول مرة في',
    change: {
      appeared: () => 'بيان جديد',
      revised: (revision) => `عدله الناشر: الصيغة ${revision}`,
      withdrawn: () => 'سحبه الناشر: لم يعد في موقعه',
      restored: () => 'أعاده الناشر إلى موقعه',
      diverged: () => 'تغيّر، ولم تتغيّر صيغته باللغة الأخرى',
    },
    watch: 'المراقبة',
    matched: 'وجد فيه',
    comma: '، ',
    atPublisher: 'في موقع الناشر',
    atBayan: 'الصيغ كلها في بيان',
    translation: 'بالإنكليزية',
    machine: 'ترجمة آلية',
    foundByMachine: 'وجد في ترجمة آلية وليس في كلام الناشر',
    also: 'نشره أيضا',
    toldBefore: 'سبق التنبيه إلى نص شبه مطابق نشره',
    differs: {
      numbers: 'أرقامه مختلفة',
      negation: 'فيه نفي زائد أو ناقص',
      matches: 'وجدت فيه كلمات أخرى',
      long: 'أطول من أن يقارن',
      trust: '',
    },
    before: 'كان',
    now: 'صار',
    digest: (alerts) => `عدد التنبيهات المجموعة هنا: ${alerts}`,
    newest: 'أحدث البيانات في بيان',
    status: 'حالة المصادر',
    testTitle: 'رسالة تجريبية من بيان',
    test: 'تصل التنبيهات إلى هنا.',
  },
  en: {
    untitled: 'Untitled statement',
    firstSeen: 'first seen',
    change: {
      appeared: () => 'New statement',
      revised: (revision) => `Revised by the publisher: revision ${revision}`,
      withdrawn: () => 'Withdrawn: no longer on the publisher\u2019s site',
      restored: () => 'Restored: back on the publisher\u2019s site',
      diverged: () => 'Changed, while its version in the other language did not',
    },
    watch: 'Watch',
    matched: 'Found',
    comma: ', ',
    atPublisher: 'On the publisher\u2019s site',
    atBayan: 'Every wording at Bayan',
    translation: 'In Arabic',
    machine: 'Machine translation',
    foundByMachine: 'Found in a machine translation, not in what the publisher wrote',
    also: 'Also published by',
    toldBefore: 'Told before in nearly these words, as published by',
    differs: {
      numbers: 'other numbers',
      negation: 'a denial more or less',
      matches: 'other words found',
      long: 'too long to compare',
      trust: '',
    },
    before: 'Before',
    now: 'Now',
    digest: (alerts) => `${alerts} alerts in one message`,
    newest: 'The newest statements at Bayan',
    status: 'State of the sources',
    testTitle: 'A test message from Bayan',
    test: 'Alerts arrive here.',
  },
}
