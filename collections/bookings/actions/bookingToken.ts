import type { Payload } from 'payload'

import { createTokenSigner, type TokenSigner } from '../../../src/credentials/signedToken.ts'

/** Lets a guest, who has no account, come back to the booking that they made. */
export function bookingToken(payload: Payload): TokenSigner {
  return createTokenSigner(payload.secret, 'booking')
}
