import { mobizonProvider } from './providers/mobizonProvider.ts'
import { smscProvider } from './providers/smscProvider.ts'
import { smsruProvider } from './providers/smsruProvider.ts'
import { twilioProvider } from './providers/twilioProvider.ts'
import type { SmsProvider } from './smsProvider.ts'
import type { SmsProviderName } from './smsTarget.ts'

/** The services by the name that the form has for them. */
export const smsProviders: Readonly<Record<SmsProviderName, SmsProvider>> = {
  smsru: smsruProvider,
  smsc: smscProvider,
  mobizon: mobizonProvider,
  twilio: twilioProvider,
}
