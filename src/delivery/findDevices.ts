import type { AnyChannel, TemplateRenderer } from '../channels/channel.ts'
import { createReasons, type SaidReason } from '../channels/createReasons.ts'
import type { PushDevice } from '../channels/pushDevice.ts'
import { userAddress } from '../consents/userAddress.ts'
import { engineReasons } from '../delivery-log/engineReasons.ts'
import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import type { AddressBook, MessageKind } from './addressBook.ts'
import { skippedFor } from './checkRecipients.ts'
import type { DeviceBook } from './deviceBook.ts'

const because = createReasons(engineReasons)

type Tools = { addresses?: AddressBook; devices?: DeviceBook; templates: TemplateRenderer }
type Found =
  /** `reader`: the one person a marketing message is for. */
  | { devices: readonly PushDevice[]; reader?: string }
  | { code: string; said: SaidReason; isSkipped: boolean }

/**
 * The devices a message goes to, or why there is nothing to try. Undefined for channels that need none. Of marketing
 * those who want none are left out; the staff, reached by role, is not asked. Throws FlowError when the addressees
 * cannot be worked out.
 */
export async function findDevices(
  { addresses, devices: book, templates }: Tools,
  { devices, slug }: AnyChannel,
  { event, kind, target }: { event: () => FlowEvent; kind: MessageKind; target: unknown },
): Promise<Found | undefined> {
  if (devices === undefined) return undefined
  const { roles, users } = await devices.addressees({ event: event(), target, templates })
  if (users.length === 0 && roles.length === 0) {
    return { code: 'NO_ADDRESSEE', said: because('no_addressee'), isSkipped: true }
  }
  const people = users.map(userAddress)
  const withheld =
    kind.kind === 'marketing' ? ((await addresses?.withheld(slug, people, kind)) ?? []) : []
  const left = users.filter((id) => !withheld.some(({ address }) => address === userAddress(id)))
  if (left.length === 0 && roles.length === 0) return skippedFor(withheld)
  const found = (await book?.devicesOf(devices.kind, { roles, users: left })) ?? []
  if (found.length === 0) return { code: 'NO_DEVICE', said: because('no_device'), isSkipped: true }
  const [only, ...others] = left
  const isOne = only !== undefined && others.length === 0 && roles.length === 0
  return { devices: found, ...(isOne ? { reader: userAddress(only) } : {}) }
}
