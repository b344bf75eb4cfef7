import { checkSmsKey } from './checkSmsKey.ts'
import { smsError } from './smsError.ts'
import type { SmsAccount, SmsProvider } from './smsProvider.ts'
import { smsProviders } from './smsProviders.ts'
import { type SmsProviderName, smsProviderNames, type SmsTarget } from './smsTarget.ts'

/** What the server brings for subscriptions that bring no account. */
export type SmsDefaults = {
  provider?: string | undefined
  account?: string | undefined
  apiKey?: string | undefined
  sender?: string | undefined
  /** Where services are instead of their own addresses: proxies or fakes. */
  apiUrls?: Partial<Record<SmsProviderName, string | undefined>>
}

/** A service with the account to use there. */
export type SmsSender = { provider: SmsProvider; account: SmsAccount }

/**
 * The account of a try. The server's belongs to its own service: a subscription that chose another brings all of it.
 * @throws FlowError FLOW_SMS_PROVIDER_…, FLOW_SMS_KEY_…, FLOW_SMS_ACCOUNT_…, FLOW_SMS_SENDER_MISSING
 */
export function smsAccount(
  target: Partial<Pick<SmsTarget, 'provider' | 'account' | 'sender'>>,
  apiKey: string | undefined,
  defaults: SmsDefaults,
): SmsSender {
  const common = smsProviderNames.find((name) => name === defaults.provider)
  const name = target.provider ?? common
  if (name === undefined) throw smsError.providerMissing()
  const ours = name === common ? defaults : {}
  const provider = smsProviders[name]
  const account = {
    apiKey: (apiKey || ours.apiKey || '').trim(),
    account: (target.account || ours.account || '').trim(),
    sender: (target.sender || ours.sender || '').trim(),
    apiUrl: (defaults.apiUrls?.[name] || provider.apiUrl).replace(/\/+$/, ''),
  }
  if (account.apiKey === '') throw smsError.keyMissing()
  checkSmsKey(account.apiKey)
  provider.checkAccount?.(account)
  return { provider, account }
}
