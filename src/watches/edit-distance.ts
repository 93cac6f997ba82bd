/**
 * Whether one letter more, less or other, or two neighbours that changed places, make one word the
 * other; also where they are equal. What a scanner or a hasty typist does.
 */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from += 1
  const restOfA = a.slice(from)
  const restOfB = b.slice(from)
  if (restOfA === restOfB) return true
  if (restOfA.slice(1) === restOfB || restOfA === restOfB.slice(1)) return true
  if (restOfA.slice(1) === restOfB.slice(1)) return true
  return (
    restOfA.charAt(0) === restOfB.charAt(1) &&
    restOfA.charAt(1) === restOfB.charAt(0) &&
    restOfA.slice(2) === restOfB.slice(2)
  )
}
