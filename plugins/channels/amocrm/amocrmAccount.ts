import type { AmocrmDefaults } from './amocrmDefaults.ts'
import { amocrmError } from './amocrmError.ts'
import { type AmocrmPlace, amocrmPlace } from './amocrmPlace.ts'
import type { AmocrmTarget } from './amocrmTarget.ts'
import { checkAmocrmSecret } from './checkAmocrmSecret.ts'

/** An account with what proves that it may be used. */
export type AmocrmAccount = AmocrmPlace & { headers: Record<string, string> }

/**
 * The account of a try. The server's token belongs to the server's account: a subscription that names another brings
 * its own.
 * @throws FlowError FLOW_AMOCRM_DOMAIN_…, FLOW_AMOCRM_TOKEN_…
 */
export function amocrmAccount(
  target: Partial<Pick<AmocrmTarget, 'domain'>>,
  secrets: Record<string, string>,
  defaults: AmocrmDefaults,
): AmocrmAccount {
  const place = amocrmPlace(target, secrets, defaults)
  const own = (secrets['accessToken'] ?? '').trim()
  const token = own === '' && !target.domain ? (defaults.accessToken ?? '').trim() : own
  if (token === '') throw amocrmError.tokenMissing('accessToken')
  checkAmocrmSecret('accessToken', token)
  return {
    ...place,
    headers: { authorization: `Bearer ${token}` },
    confidential: [...place.confidential, token],
  }
}
