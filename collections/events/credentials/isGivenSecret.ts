import type { KeyRing } from '../../../src/credentials/keyRing.ts'
import { SECRET_MASK } from '../../../src/kernel/secretMask.ts'

/**
 * Whether a save brings a secret of its own. Empty and masked: the form left it as it was. Sealed: Payload filled
 * in what it had read before.
 */
export function isGivenSecret(value: unknown, keyRing: KeyRing): value is string {
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    value !== SECRET_MASK &&
    !keyRing.isSealed(value)
  )
}
