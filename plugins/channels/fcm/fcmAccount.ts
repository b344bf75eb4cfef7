import type { TokenCache } from '../../../src/index.ts'
import { createAccessTokens } from './accessTokens.ts'
import { type ServiceAccount, serviceAccount } from './serviceAccount.ts'

/** How the channel is set up in code; empty means the default. */
export type FcmChannelOptions = {
  /** JSON key of a service account, for subscriptions that bring none. */
  serviceAccount?: string | undefined
  /** Where FCM is: a proxy or a fake. @default 'https://fcm.googleapis.com' */
  apiUrl?: string | undefined
  /** Where tokens are given out. @default 'https://oauth2.googleapis.com/token' */
  tokenUrl?: string | undefined
}

/** What calls of one account need. */
export type FcmAccount = {
  account: ServiceAccount
  apiUrl: string
  tokens: TokenCache<ServiceAccount>
}

/** The account of a secret. Throws FlowError FLOW_FCM_ACCOUNT_MISSING, FLOW_FCM_ACCOUNT_INVALID. */
export type ReadAccount = (secret: string | undefined) => FcmAccount

/** Reads accounts; their tokens are kept together, for as long as the channel lives. */
export function fcmAccounts(options: FcmChannelOptions): ReadAccount {
  const tokens = createAccessTokens(options.tokenUrl || undefined)
  const apiUrl = options.apiUrl || 'https://fcm.googleapis.com'
  return (secret) => ({ account: serviceAccount(secret || options.serviceAccount), apiUrl, tokens })
}
