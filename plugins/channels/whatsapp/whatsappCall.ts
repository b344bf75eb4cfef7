import type { ServiceCall } from '../../../src/index.ts'
import type { WhatsappAccount } from './whatsappAccount.ts'

/** A call about the sender's number; the token goes in a header and must not be logged. */
export function whatsappCall(
  { apiUrl, phoneNumberId, token }: WhatsappAccount,
  path: '/messages' | '?fields=verified_name,display_phone_number',
): Pick<ServiceCall, 'url' | 'headers' | 'confidential'> {
  return {
    url: `${apiUrl}/${phoneNumberId}${path}`,
    headers: { authorization: `Bearer ${token}` },
    confidential: [token],
  }
}
