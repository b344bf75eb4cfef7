import { checkMailingKey } from './checkMailingKey.ts'
import { mailingError } from './mailingError.ts'
import type { MailingAccount, MailingProvider } from './mailingProvider.ts'
import { mailingProviders } from './mailingProviders.ts'
import type { MailingProviderName, MailingTarget } from './mailingTarget.ts'

/** Where services are instead of their own addresses: proxies or fakes. */
export type MailingApiUrls = Partial<Record<MailingProviderName, string | undefined>>

/** The account of a try. @throws FlowError FLOW_MAILING_KEY_…, FLOW_MAILING_ACCOUNT_MISSING */
export function mailingAccount(
  { account, provider: name }: Partial<Pick<MailingTarget, 'account' | 'provider'>>,
  apiKey: string | undefined,
  apiUrls: MailingApiUrls,
): { provider: MailingProvider; account: MailingAccount } {
  if (name === undefined) throw mailingError.providerMissing()
  const provider = mailingProviders[name]
  const key = (apiKey ?? '').trim()
  if (key === '') throw mailingError.keyMissing()
  checkMailingKey(key)
  const id = (account ?? '').trim()
  if (provider.needsAccount && id === '') throw mailingError.accountMissing()
  const apiUrl = (apiUrls[name] || provider.apiUrl).replace(/\/+$/, '')
  return { provider, account: { account: id, apiKey: key, apiUrl } }
}
