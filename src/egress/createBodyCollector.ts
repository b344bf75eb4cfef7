/** What of a body was kept. */
export type CollectedBody = {
  body: string
  /** The body as it came, when bytes were wanted and nothing of it is missing. */
  bytes?: Buffer
  isBodyTruncated: boolean
}

/** Gathers an answer's body up to a limit. */
export type BodyCollector = {
  /** Takes one chunk; false when the limit is passed and the rest should not be read. */
  add: (chunk: Buffer) => boolean
  /** What there is so far and whether anything is missing. */
  result: () => CollectedBody
}

/**
 * Keeps at most `maxBytes`. With `isOpaque` (a compressed answer nobody asked for) it counts but keeps
 * nothing: raw bytes are of no use in a log and unpacking them would be a risk. With `isBinary` the bytes stay as they
 * are, whole or not at all.
 */
export function createBodyCollector({
  maxBytes,
  isBinary,
  isOpaque,
}: {
  maxBytes: number
  isBinary: boolean
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
      if (isBinary && isCut) chunks.length = 0
      else if (!isOpaque && room > 0) chunks.push(isCut ? chunk.subarray(0, room) : chunk)
      return !isCut
    },
    result: () => {
      const isBodyTruncated = isCut || (isOpaque && size > 0)
      if (!isBinary) return { body: decode(chunks, isCut), isBodyTruncated }
      return { body: '', isBodyTruncated, ...(isBodyTruncated ? {} : { bytes: joined(chunks) }) }
    },
  }
}

function decode(chunks: Buffer[], isCut: boolean): string {
  if (chunks.length === 0) return ''
  const bytes = joined(chunks)
  // `stream` leaves out a character that the limit cut in half.
  const text = isCut ? new TextDecoder().decode(bytes, { stream: true }) : bytes.toString('utf8')
  // PostgreSQL cannot store U+0000 in text or JSON.
  return text.includes('\u0000') ? text.replaceAll('\u0000', '\ufffd') : text
}

function joined(chunks: Buffer[]): Buffer {
  const [first] = chunks
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks)
}
