import type { AnyChannel } from './channel.ts'
import type { ChannelField } from './channelField.ts'

/** The fields of a channel that belong to the account: what the credentials vault keeps. */
export function credentialFields(channel: AnyChannel): readonly ChannelField[] {
  return channel.fields.filter((field) => field.isCredential === true)
}
