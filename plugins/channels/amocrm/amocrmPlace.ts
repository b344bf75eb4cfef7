import type { AmocrmDefaults } from './amocrmDefaults.ts'
import { amocrmDomain } from './amocrmDomain.ts'
import { amocrmError } from './amocrmError.ts'
import type { AmocrmTarget } from './amocrmTarget.ts'

/** Where an account is reached. */
export type AmocrmPlace = {
  /** Without a slash at its end. */
  base: string
  /** For people. */
  host: string
  confidential: string[]
}

/** Names of the form's secrets. */
const secretNames = ['accessToken', 'refreshToken', 'clientSecret', 'authorizationCode'] as const

/**
 * The part of an account that needs no access token, for those who are about to get one.
 * @throws FlowError FLOW_AMOCRM_DOMAIN_MISSING, FLOW_AMOCRM_DOMAIN_INVALID
 */
export function amocrmPlace(
  target: Partial<Pick<AmocrmTarget, 'domain'>>,
  secrets: Record<string, string>,
  { apiUrl, domain }: AmocrmDefaults,
): AmocrmPlace {
  const given = target.domain || domain || ''
  if (given === '') throw amocrmError.domainMissing()
  const host = amocrmDomain(given)
  return {
    host,
    base: apiUrl ? apiUrl.replace(/\/+$/, '') : `https://${host}`,
    confidential: secretNames.flatMap((name) => secrets[name]?.trim() || []),
  }
}
