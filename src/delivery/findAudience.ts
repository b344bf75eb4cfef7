import type { AnyChannel, DeliverInput, TemplateRenderer } from '../channels/channel.ts'
import type { SaidReason } from '../channels/createReasons.ts'
import type { UnsubscribeLinks } from '../consents/createUnsubscribeLinks.ts'
import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import type { AddressBook, MessageKind } from './addressBook.ts'
import { checkRecipients } from './checkRecipients.ts'
import type { DeviceBook } from './deviceBook.ts'
import { findDevices } from './findDevices.ts'

/** What a channel learns of those a message goes to; or why there is nothing to try. */
export type FoundAudience =
  | Pick<DeliverInput<unknown>, 'devices' | 'unsubscribeUrl' | 'withheld'>
  | { code: string; said: SaidReason; isSkipped: boolean }

type Tools = {
  addresses?: AddressBook
  devices?: DeviceBook
  templates: TemplateRenderer
  unsubscribe?: Pick<UnsubscribeLinks, 'url'>
}

/** Whom a message may go to, as it stands right now. Throws FlowError when the addressees cannot be worked out. */
export async function findAudience(
  tools: Tools,
  channel: AnyChannel,
  message: { event: () => FlowEvent; kind: MessageKind; target: unknown },
): Promise<FoundAudience> {
  const checked = await checkRecipients(tools, channel, message)
  if ('code' in checked) return checked
  const found = await findDevices(tools, channel, message)
  if (found && 'code' in found) return found
  const { recipients, withheld } = checked
  const reader = found?.reader ?? recipients[0]
  const unsubscribeUrl =
    message.kind.kind === 'marketing' && reader !== undefined
      ? tools.unsubscribe?.url({ scope: 'marketing', channel: channel.slug, address: reader })
      : undefined
  return {
    ...(withheld.length === 0 ? {} : { withheld }),
    ...(unsubscribeUrl === undefined ? {} : { unsubscribeUrl }),
    ...(found === undefined ? {} : { devices: found.devices }),
  }
}
