/** Everyday words that acronyms are spelt like: asked for in capitals, only capitals are meant. */
export const WORDS_LIKE_ACRONYMS: ReadonlySet<string> = new Set(
  (
    'us is it who in or an as at am be by do go he if me my no of on so to up we all are can has was ' +
    'act aid arm cap car cat eye far fat her him his how ice lot may mid new not now off one our out ' +
    'pet set she sea tip use care dare ease fast here rise safe start such them then this'
  ).split(' '),
)

/** Words that only look like another one with an ending: "news" is no plural of "new". */
export const NOT_INFLECTED: ReadonlySet<string> = new Set(
  'news means goods customs glasses evening wedding being wing seed feed need speed shed bred'.split(
    ' ',
  ),
)
