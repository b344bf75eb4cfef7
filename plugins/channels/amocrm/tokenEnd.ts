import * as z from 'zod'

/** The end of a token, RFC 7519 §4.1.4; a date can be no later than this. */
const claims = z.object({ exp: z.int().positive().max(8_640_000_000_000) })

/** When a token ends, milliseconds since the epoch, as it says itself; undefined for one that says nothing, or is no JWT. */
export function tokenEnd(token: string): number | undefined {
  const [, body, ...rest] = token.trim().split('.')
  if (body === undefined || rest.length !== 1) return undefined
  const read = claims.safeParse(parsed(Buffer.from(body, 'base64url').toString('utf8')))
  return read.success ? read.data.exp * 1000 : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Dots alone make no JWT.
    return undefined
  }
}
