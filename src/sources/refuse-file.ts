import type { Refusal } from './reading.ts'

/** How files begin that organisations publish in the place of a page: PDF, and what Office writes. */
const MAGIC = ['%PDF-', 'PK\u0003\u0004', '\u00D0\u00CF\u0011\u00E0']
const FILE_TYPE =
  /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|msword|octet-stream|vnd\.)/i

/**
 * A file where a page was expected, of bytes that could not be decoded: to call its letters wrong would
 * send the operator to the site's owner for nothing.
 */
export function refuseFile(bytes: Uint8Array, contentType: string): Refusal | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  const type = contentType.split(';')[0]?.trim() ?? ''
  if (!MAGIC.some((one) => head.startsWith(one)) && !FILE_TYPE.test(type)) return undefined
  const what = type === '' ? (head.startsWith('%PDF-') ? 'application/pdf' : 'a file') : type
  return { kind: 'refused', reason: 'not-a-listing', detail: ['file', what.slice(0, 60)] }
}
