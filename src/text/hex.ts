/** `00` to `ff`: a lookup, where spelling and padding each byte took half of the time of a hash. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Two lower-case hex digits of a byte, 0 to 255. */
export function hexOfByte(byte: number): string {
  return HEX[byte] ?? ''
}

/** Bytes in lower-case hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += hexOfByte(byte)
  return hex
}
