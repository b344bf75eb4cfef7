import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'

/** What a link proves: that we handed it out for this subject, and until when. */
export type TokenClaims = {
  /** Whom or what the token is about, such as the id of a newsletter subscriber. */
  subject: string
  /** Milliseconds since the Unix epoch; absent: it never ends, as an unsubscribe link must not. */
  expiresAt?: number
}

/** Tokens of one purpose; those of another purpose do not open here, whoever made them. */
export type TokenSigner = {
  sign: (claims: TokenClaims) => string
  /** `undefined` for anything not signed by us for this purpose, or past its end. */
  read: (token: string, now: number) => TokenClaims | undefined
}

const claimsSchema = z.strictObject({ s: z.string(), e: z.number().optional() })
const MAX_LENGTH = 2_000

/**
 * Signed links without a table: base64url claims and an HMAC-SHA-256 over them, under a key derived from the site's
 * secret for this purpose alone (`newsletter-unsubscribe`, `campaign-click`).
 */
export function createTokenSigner(secret: string, purpose: string): TokenSigner {
  const key = Buffer.from(hkdfSync('sha256', secret, 'flowmasters', purpose, 32))
  const macOf = (body: string): Buffer => createHmac('sha256', key).update(body).digest()
  return {
    sign: ({ expiresAt, subject }) => {
      const claims = { s: subject, ...(expiresAt === undefined ? {} : { e: expiresAt }) }
      const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
      return `${body}.${macOf(body).toString('base64url')}`
    },
    read: (token, now) => {
      if (token.length > MAX_LENGTH) return undefined
      const [body = '', mac = '', ...rest] = token.split('.')
      const given = Buffer.from(mac, 'base64url')
      const expected = macOf(body)
      if (rest.length > 0 || given.length !== expected.length) return undefined
      if (!timingSafeEqual(given, expected)) return undefined
      // Only what we signed gets here, so it parses.
      const { e, s } = claimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
      if (e !== undefined && e <= now) return undefined
      return { subject: s, ...(e === undefined ? {} : { expiresAt: e }) }
    },
  }
}
