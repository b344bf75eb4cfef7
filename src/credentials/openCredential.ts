import { FlowError } from '../kernel/flowError.ts'
import { credentialContext } from './credentialContext.ts'
import { isEnvironmentReference, variableOf } from './environmentReference.ts'
import type { KeyRing } from './keyRing.ts'
import type { StoredCredential } from './storedCredential.ts'

/** What opens the vault. */
export type VaultKeys = {
  keyRing: KeyRing
  /** The environment, or the part of it that credentials may name. */
  variables: Readonly<Record<string, string | undefined>>
}

/**
 * The secrets of an account in the clear, by field name. Throws FLOW_SECRET_KEY_UNKNOWN, FLOW_SECRET_DAMAGED,
 * FLOW_CREDENTIAL_VARIABLE_MISSING or FLOW_CREDENTIAL_VARIABLE_FORBIDDEN.
 */
export function openCredential(
  credential: Pick<StoredCredential, 'secrets' | 'vaultId'>,
  keys: VaultKeys,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(credential.secrets).map(([field, stored]) => [
      field,
      isEnvironmentReference(stored)
        ? fromEnvironment(stored, keys)
        : openOnce(credential, field, keys),
    ]),
  )
}

function fromEnvironment(reference: string, { variables }: VaultKeys): string {
  const variable = variableOf(reference)
  const value = variables[variable]
  if (value !== undefined && value !== '') return value
  throw new FlowError({
    code: 'FLOW_CREDENTIAL_VARIABLE_MISSING',
    message: `the variable ${variable} is not set on this server`,
    details: { variable },
    hint: 'Set it in the environment or in .env of every process and start them again.',
    status: 409,
  })
}

/** A sealed value opens the same way for as long as its row is in memory. */
const opened = new WeakMap<object, Map<string, string>>()

function openOnce(
  credential: Pick<StoredCredential, 'secrets' | 'vaultId'>,
  field: string,
  { keyRing }: VaultKeys,
): string {
  const secrets = opened.get(credential) ?? new Map<string, string>()
  opened.set(credential, secrets)
  const known = secrets.get(field)
  if (known !== undefined) return known
  const plain = keyRing.decrypt(
    credential.secrets[field] ?? '',
    credentialContext(credential.vaultId, field),
  )
  secrets.set(field, plain)
  return plain
}
