import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The secret of a guest's cart: 256 random bits, of which only a hash is stored. */
export const cartSecret = {
  create: (): string => randomBytes(32).toString('base64url'),

  /** Plain SHA-256 is enough: nobody guesses 256 random bits, so there is nothing to slow down. */
  hash: (secret: string): string => createHash('sha256').update(secret).digest('base64url'),

  /** Compares in constant time. False for a cart without a hash: nobody's secret opens an account's cart. */
  fits: (secret: string | undefined, hash: unknown): boolean => {
    if (!secret || typeof hash !== 'string' || hash === '') return false
    const given = Buffer.from(cartSecret.hash(secret))
    const stored = Buffer.from(hash)
    return given.length === stored.length && timingSafeEqual(given, stored)
  },
}
