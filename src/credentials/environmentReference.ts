import { FlowError } from '../kernel/flowError.ts'

/** Variables that credentials may name; every other one, such as the database's address, is out of reach. */
export const CREDENTIAL_VARIABLE_PREFIX = 'FLOWMASTERS_CREDENTIAL_'

const allowed = /^FLOWMASTERS_CREDENTIAL_[A-Z0-9_]{1,100}$/

/** Whether a secret is not a value but the name of a variable: `env:FLOWMASTERS_CREDENTIAL_SHOP_BOT`. Such a name is no secret. */
export function isEnvironmentReference(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('env:')
}

/** The variable of a reference. Throws FLOW_CREDENTIAL_VARIABLE_FORBIDDEN for any without the prefix. */
export function variableOf(reference: string): string {
  const name = reference.slice('env:'.length).trim()
  if (allowed.test(name)) return name
  throw new FlowError({
    code: 'FLOW_CREDENTIAL_VARIABLE_FORBIDDEN',
    message: `a secret may come only from a variable whose name starts with ${CREDENTIAL_VARIABLE_PREFIX}`,
    details: { prefix: CREDENTIAL_VARIABLE_PREFIX },
    hint: 'For example env:FLOWMASTERS_CREDENTIAL_SHOP_BOT.',
    status: 400,
  })
}
