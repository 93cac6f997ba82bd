export const FIRST_HIJRI_YEAR = 1343

/** 1 Muharram 1343, 00:00 UTC. */
export const FIRST_HIJRI_DAY = -1_433_203_200_000

/**
 * Three hex digits a year: bit n is set where month n + 1 has 30 days. Made from `Intl`
 * (islamic-umalqura), which the test asks as a witness: its first call costs a cold isolate more than
 * the table.
 */
export const HIJRI_MONTH_LENGTHS =
  '6a953525d4bd9ba3b4b69b2aa554ada5d2da6d9eaae94d2ac564aea6d56ad55d4aa9352ba5b53a6b5ea9d52d29' +
  'a554ad56daea6e4ed1da2aaa95a2da5b9bb27646c95552ab4dbaba5b4da9d52aa592d26d8ed2daad5aa5a4b497' +
  '9372b6975d69d52c9592b25b4db9d55d2da5d4aa9554daad3aabd2bc4b89a9552d5adb6a6d4dc9d92aa69562ae' +
  '56d36ab55aaa94d49d95d2ba5b55aad55a9a92e26e55dada6d46a5b27a4d4ad56db5a754f49e92d26a563566b5' +
  'baab92b2568ba9b55aada5b4da9b52a9a536276575af26d46a95552ad4bd9ba574b69b52a9552da5d4daad96b2' +
  'e95e2ac9692eaad56ad65d4a'
