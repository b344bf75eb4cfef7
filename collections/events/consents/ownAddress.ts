import type { AnyChannel } from '../../../src/channels/channel.ts'
import { userAddress } from '../../../src/consents/userAddress.ts'
import { FlowError } from '../../../src/kernel/flowError.ts'
import { toE164 } from '../../../src/kernel/toE164.ts'

/** What an account knows of its person. */
export type Person = { id: number | string; email?: unknown; phone?: unknown }

/**
 * How a channel reaches the person of an account. Throws FLOW_CONSENT_NOT_ASKED for a channel that writes to no person,
 * FLOW_CONSENT_NO_ADDRESS where the account lacks what the channel needs.
 */
export function ownAddress(channel: AnyChannel, { email, id, phone }: Person): string {
  if (channel.devices || channel.addressKind === 'user') return userAddress(id)
  if (!channel.recipients) {
    throw new FlowError({
      code: 'FLOW_CONSENT_NOT_ASKED',
      message: `the channel "${channel.slug}" writes to no person and needs no consent`,
      details: { channel: channel.slug },
      status: 400,
    })
  }
  if (channel.addressKind === 'email' && typeof email === 'string' && email !== '') return email
  const number =
    channel.addressKind === 'phone' && typeof phone === 'string' ? toE164(phone) : undefined
  if (number !== undefined) return number
  throw new FlowError({
    code: 'FLOW_CONSENT_NO_ADDRESS',
    message: `the account has no address that the channel "${channel.slug}" could write to`,
    details: { channel: channel.slug },
    hint: 'Fill in the e-mail address or the phone of the account first.',
    status: 400,
  })
}
