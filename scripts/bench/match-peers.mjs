import snowball from 'snowball-stemmers'
import { fold } from '../../src/text/fold.ts'
import { tokensOf } from '../../src/text/scan-tokens.ts'
import { compileWatches } from '../../src/watches/compile.ts'
import { matchStatement } from '../../src/watches/match.ts'
import { parseQuery } from '../../src/watches/parse-query.ts'

/** What we say to a frozen case: the surfaces, or undefined. */
export function ours({ query, title = '', text, language }) {
  const watch = {
    id: 'w',
    name: 'w',
    query,
    publishers: [],
    languages: [],
    changes: [],
    endpoints: [],
  }
  const [hit] = matchStatement(compileWatches([watch]), { title, text, language, publisher: 'p' })
  return hit?.matches.map(({ surface }) => surface)
}

const stemmers = {
  arabic: snowball.newStemmer('arabic'),
  other: snowball.newStemmer('english'),
}

/** Words as a search engine has them: lower case, stemmed by the script they are in. */
function stems(text) {
  return (text.toLowerCase().match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []).map((word) =>
    stemmers[/\p{Script=Arabic}/u.test(word) ? 'arabic' : 'other'].stem(word),
  )
}

export const peers = {
  substring: peer((typed, text) => text.includes(typed)),
  'folded substring': peer((typed, text) => fold(text).text.includes(wordsOf(typed))),
  Snowball: peer((typed, text) =>
    ` ${stems(text).join(' ')} `.includes(` ${stems(typed).join(' ')} `),
  ),
}

function wordsOf(typed) {
  return tokensOf(fold(typed))
    .map(({ text }) => text)
    .join(' ')
}

function peer(isIn) {
  return ({ query, title = '', text, language }) => {
    const parsed = parseQuery(query)
    if (parsed.kind === 'refused') return undefined
    const holds = (part) => {
      switch (part.kind) {
        case 'term': {
          const typed = part.raw ?? part.part.replace(/^["«“”„]|["»“”„]$|\*$|~1?$/g, '')
          return part.field === 'title' ? isIn(typed, title) : isIn(typed, `${title}\n${text}`)
        }
        case 'only':
          return part.filter.value === (part.filter.of === 'language' ? language : 'p')
        case 'near':
          return holds(part.left) && holds(part.right)
        case 'all':
          return part.parts.every(holds)
        case 'any':
          return part.parts.some(holds)
        case 'not':
          return !holds(part.part)
        default:
          throw new Error(`no case has a ${part.kind}`)
      }
    }
    return holds(parsed.query) ? [] : undefined
  }
}
