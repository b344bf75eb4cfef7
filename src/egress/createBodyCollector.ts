/** Gathers an answer's body up to a limit. */
export type BodyCollector = {
  /** Takes one chunk; false when the limit is passed and the rest should not be read. */
  add: (chunk: Buffer) => boolean
  /** The text so far and whether anything is missing. */
  result: () => { body: string; isBodyTruncated: boolean }
}

/**
 * Keeps at most `maxBytes`. With `isOpaque` (a compressed answer nobody asked for) it counts but keeps
 * nothing: raw bytes are of no use in a log and unpacking them would be a risk.
 */
export function createBodyCollector({
  maxBytes,
  isOpaque,
}: {
  maxBytes: number
  isOpaque: boolean
}): BodyCollector {
  const chunks: Buffer[] = []
  let size = 0
  let isCut = false
  return {
    add: (chunk) => {
      const room = maxBytes - size
      size += chunk.length
      if (size > maxBytes) isCut = true
      if (!isOpaque && room > 0) chunks.push(isCut ? chunk.subarray(0, room) : chunk)
      return !isCut
    },
    result: () => ({
      body: decode(chunks, isCut),
      isBodyTruncated: isCut || (isOpaque && size > 0),
    }),
  }
}

function decode(chunks: Buffer[], isCut: boolean): string {
  const [first] = chunks
  if (first === undefined) return ''
  const bytes = chunks.length === 1 ? first : Buffer.concat(chunks)
  // `stream` leaves out a character that the limit cut in half.
  const text = isCut ? new TextDecoder().decode(bytes, { stream: true }) : bytes.toString('utf8')
  // PostgreSQL cannot store U+0000 in text or JSON.
  return text.includes('\u0000') ? text.replaceAll('\u0000', '\ufffd') : text
}
