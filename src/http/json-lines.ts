import { parseJson } from '../text/json.ts'

/** A statement with all its wordings is far shorter. */
const LONGEST_LINE = 20_000_000

/** The values of a body in JSON Lines, one after the other; `undefined` for a line that is none. */
export async function* jsonLines(request: Request): AsyncGenerator<unknown> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const chunk of request.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') yield parseJson(line)
    if (rest.length > LONGEST_LINE) return yield undefined
  }
  if (rest.trim() !== '') yield parseJson(rest)
}
