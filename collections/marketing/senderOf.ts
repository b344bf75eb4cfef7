import type { Payload } from 'payload'

import type { MailMessage } from '../../src/channels/channel.ts'

/** The site's own address under another name; without a name the site's own sender stays. */
export function senderOf(
  payload: Pick<Payload, 'email'>,
  name: string | undefined,
): Pick<MailMessage, 'from'> {
  return name ? { from: { name, address: payload.email.defaultFromAddress } } : {}
}
