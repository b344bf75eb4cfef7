/** A value as one part of an address or form; half a character, which cannot be encoded, becomes "�". */
export function encodeValue(value: string): string {
  return encodeURIComponent(Buffer.from(value, 'utf8').toString('utf8')).replaceAll("'", '%27')
}
