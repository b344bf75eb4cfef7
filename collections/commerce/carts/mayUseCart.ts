import type { PayloadRequest } from 'payload'

import { isAdminOrManager } from '../../access/isAdminOrManager.ts'
import { isStaff } from '../../access/isStaff.ts'
import type { CartRow } from './cartRow.ts'
import { cartSecret } from './cartSecret.ts'

/**
 * Whose cart it is: of the account it names, or of whoever knows its secret while it names none. Staff read every cart;
 * administrators and managers also change them.
 */
export function mayUseCart(
  { secretHash, user }: Pick<CartRow, 'secretHash' | 'user'>,
  { req, secret, toRead = false }: { req: PayloadRequest; secret?: string; toRead?: boolean },
): boolean {
  if (toRead ? isStaff({ req }) : isAdminOrManager({ req })) return true
  if (user === null) return cartSecret.fits(secret ?? headerSecret(req), secretHash)
  return req.user?.collection === 'users' && String(req.user.id) === String(user)
}

function headerSecret({ headers }: PayloadRequest): string | undefined {
  return headers.get('x-cart-secret') ?? undefined
}
