import type { MailingProvider } from './mailingProvider.ts'
import type { MailingProviderName } from './mailingTarget.ts'
import { getresponseProvider } from './providers/getresponseProvider.ts'
import { sendpulseProvider } from './providers/sendpulseProvider.ts'
import { unisenderProvider } from './providers/unisenderProvider.ts'

/** The services by the name that the form has for them. */
export const mailingProviders: Readonly<Record<MailingProviderName, MailingProvider>> = {
  unisender: unisenderProvider,
  sendpulse: sendpulseProvider,
  getresponse: getresponseProvider,
}
