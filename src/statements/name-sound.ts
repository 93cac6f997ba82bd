/**
 * The sound of a name, as far as Arabic and English writing agree on it: its consonants, those
 * that either side writes in several ways made one. "خان شيخون" and "Khan Sheikhoun", "القلمون"
 * and "Qalamoun" meet; vowels, which English guesses and Arabic mostly leaves out, do not count.
 */

const ARABIC_SOUNDS: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ط: 't',
  ث: 't',
  ج: 'j',
  چ: 'c',
  ح: 'h',
  خ: 'x',
  د: 'd',
  ذ: 'd',
  ض: 'd',
  ر: 'r',
  ز: 'z',
  ظ: 'z',
  س: 's',
  ص: 's',
  ش: 'c',
  غ: 'g',
  ف: 'f',
  ڤ: 'f',
  ق: 'k',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
}

/** English letters, two together before one. What is not here is a vowel. */
const ENGLISH_SOUNDS: Readonly<Record<string, string>> = {
  kh: 'x',
  gh: 'g',
  sh: 'c',
  ch: 'c',
  th: 't',
  dh: 'd',
  ph: 'f',
  ck: 'k',
  b: 'b',
  p: 'b',
  t: 't',
  j: 'j',
  h: 'h',
  d: 'd',
  r: 'r',
  z: 'z',
  s: 's',
  f: 'f',
  v: 'f',
  q: 'k',
  k: 'k',
  c: 'k',
  g: 'g',
  l: 'l',
  m: 'm',
  n: 'n',
  x: 'ks',
}

/** Fewer consonants are shared by too many words. */
const LEAST = 3

/** Of a folded Arabic word without clitics; '' where it has too few consonants. */
export function arabicSound(word: string): string {
  return settled(Array.from(word, (letter) => ARABIC_SOUNDS[letter] ?? '').join(''))
}

/** Of a word in Latin letters, folded. */
export function englishSound(word: string): string {
  let sound = ''
  for (let at = 0; at < word.length; at += 1) {
    const two = ENGLISH_SOUNDS[word.slice(at, at + 2)]
    sound += two ?? ENGLISH_SOUNDS[word.charAt(at)] ?? ''
    if (two !== undefined) at += 1
  }
  return settled(sound)
}

/** A doubled letter is one; a final h is a vowel's sign in both languages (ة, "-ah"). */
function settled(sound: string): string {
  const single = sound.replace(/(.)\1+/g, '$1').replace(/h$/, '')
  // English writes the jim as j or g.
  const one = single.replaceAll('j', 'g')
  return one.length < LEAST ? '' : one
}
