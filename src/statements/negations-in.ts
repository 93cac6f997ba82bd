import type { Token } from '../text/tokens.ts'

/** Folded. Words that deny stand here too: who "denies" says no as well as who does "not". */
const NEGATIONS =
  'not no never none nor neither nobody nothing nowhere without cannot ' +
  'deny denies denied denying denial refute refutes refuted false falsely untrue ' +
  'لا لم لن ليس ليست ليسا ليستا ليسوا لسنا لست لسن غير دون بدون بلا عدم ما كلا ' +
  'نفي ينفي تنفي ننفي نفت نفيا نفوا ينفون نفينا انكر ينكر تنكر ننكر انكرت انكروا ' +
  'كذب يكذب تكذب كذبت تكذيب كاذب كاذبه زائف زائفه'

let negations: ReadonlySet<string> | undefined

/** How many of the words deny something: "not", "didn't", "ولم", "denies". */
export function negationsIn(tokens: readonly Token[]): number {
  negations ??= new Set(NEGATIONS.split(' '))
  const known = negations
  const denies = ({ text, script }: Token) =>
    known.has(text) ||
    (script === 'arabic' && known.has(text.replace(JOINED_BEFORE, ''))) ||
    text.endsWith("n't")
  return tokens.filter(denies).length
}

/** "و", "ف" and "ب" before a word of two letters and more: "ولم", "فلا", "بدون", "بعدم". */
const JOINED_BEFORE = /^[\u0648\u0641\u0628](?=..)/
