/**
 * Where a DOCTYPE ends, and what stands between its brackets. Brackets and `>` in quotes and comments
 * end nothing: a subset may hold a forged entry in a quoted value. Undefined where it never ends.
 */
export function doctypeAt(
  text: string,
  start: number,
): { readonly end: number; readonly subset: string } | undefined {
  const mark = /["'[\]>]|<!--/g
  mark.lastIndex = start + 2
  let open = -1
  let subset = ''
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [sign] = found
    if (sign === '[') open = open === -1 ? found.index + 1 : open
    else if (sign === ']' && open !== -1 && subset === '') subset = text.slice(open, found.index)
    else if (sign === '>' && (open === -1 || subset !== '' || text[found.index - 1] === ']')) {
      return { end: found.index + 1, subset }
    } else if (sign === '"' || sign === "'" || sign === '<!--') {
      const close = sign === '<!--' ? '-->' : sign
      const end = text.indexOf(close, found.index + sign.length)
      if (end === -1) return undefined
      mark.lastIndex = end + close.length
    }
  }
  return undefined
}
