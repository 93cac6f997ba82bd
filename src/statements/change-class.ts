import { monthNamed } from '../text/dates-table.ts'
import type { Token } from '../text/tokens.ts'
import { conceptsIn } from './concepts.ts'
import { canonicalText } from './content-hash.ts'
import { writtenNumber } from './numbers-in.ts'
import { isEnglishName } from './english-name.ts'
import { type WordChange, wordDiff } from './word-diff.ts'

/**
 * What kind of edit made a wording out of the one before; part of the outside contract. `none`: not
 * one letter that a reader could see. `typographic`: the same words, spelled or set otherwise.
 */
export type ChangeClass = 'none' | 'typographic' | 'wording' | 'number-name-date' | 'headline'

/** A wording as far as it is compared. */
export interface Wording {
  readonly title: string
  readonly text: string
}

/**
 * The class of an edit: the gravest that applies. A headline that says something else outweighs
 * all; a figure, name or date that came, went or changed outweighs other words.
 */
export function changeClass(before: Wording, after: Wording): ChangeClass {
  const sameTitle = canonicalText(before.title) === canonicalText(after.title)
  if (sameTitle && canonicalText(before.text) === canonicalText(after.text)) return 'none'
  if (!sameTitle && wordDiff(before.title, after.title).changes.some(isReal)) return 'headline'
  const changes = wordDiff(before.text, after.text).changes.filter(isReal)
  if (changes.length === 0) return 'typographic'
  const gone = factsOf(changes, 'removed', before.text)
  return gone === factsOf(changes, 'added', after.text) ? 'wording' : 'number-name-date'
}

/** Words that were only parted or joined are the same words. */
function isReal({ removed, added }: WordChange): boolean {
  const [one, other] = [removed, added].map((tokens) => tokens.map(({ text }) => text).join(''))
  return one !== other
}

/** The figures, names and dates on one side of all changes, in an order of their own. */
function factsOf(changes: readonly WordChange[], side: 'removed' | 'added', text: string): string {
  return changes
    .flatMap((change) => factsAmong(change[side], change.before, text))
    .sort()
    .join('\n')
}

function factsAmong(tokens: readonly Token[], before: Token | undefined, whole: string): string[] {
  const facts = conceptsIn(tokens)
    .filter(({ concept }) => concept.kind === 'name')
    .map(({ concept }) => `name ${concept.id}`)
  tokens.forEach((token, at) => {
    const fact = factOf(token, tokens[at - 1] ?? before, whole)
    if (fact !== undefined) facts.push(fact)
  })
  return facts
}

function factOf(token: Token, before: Token | undefined, whole: string): string | undefined {
  const { text, script } = token
  if (/\d/.test(text)) return text
  const bare = text.replace(/^[\u0648\u0628\u0644]?(?:\u0627\u0644)?(?=..)/, '')
  const number = writtenNumber(text)
  if (number !== undefined) return String(number)
  const month = monthNamed(text) ?? monthNamed(bare)
  if (month !== undefined) return `month ${month}`
  if (WEEKDAY.test(text)) return text
  if (script === 'other') return isEnglishName(token, whole) ? text : undefined
  return before !== undefined && isArabicName(text, before.text) ? text : undefined
}

/** "The Minister X", "the city of X": a name follows. "The minister of X" has no article before. */
function isArabicName(text: string, before: string): boolean {
  return BEFORE_A_PLACE.test(before) || (BEFORE_A_PERSON.test(before) && !text.startsWith('ال'))
}

const WEEKDAY =
  /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$|^[\u0648\u0644]?(?:\u0627\u0644)?(?:\u0627\u062D\u062F|\u0627\u062B\u0646\u064A\u0646|\u062B\u0644\u0627\u062B\u0627\u0621|\u062B\u0644\u062B\u0627\u0621|\u0627\u0631\u0628\u0639\u0627\u0621|\u062E\u0645\u064A\u0633|\u062C\u0645\u0639\u0647|\u0633\u0628\u062A)$/

/** City, town, village, camp, quarter, province, crossing. */
const BEFORE_A_PLACE = /^[وبل]?(?:ال)?(?:مدينه|بلده|قريه|مخيم|حي|محافظه|معبر)$/

/** Mr, Dr, general, sheikh, minister, president, ambassador, director, judge, colleague, martyr … */
const BEFORE_A_PERSON =
  /^[وبل]?(?:ال|لل)(?:سيد|سيده|دكتور|دكتوره|لواء|عميد|عقيد|شيخ|وزير|رييس|سفير|مدير|قاضي|محامي|صحفي|زميل|شاعر|شهيد|كاتب|استاذ|مهندس|ناشط|طفل)$/
