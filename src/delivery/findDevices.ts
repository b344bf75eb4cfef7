import type { AnyChannel, TemplateRenderer } from '../channels/channel.ts'
import { createReasons, type SaidReason } from '../channels/createReasons.ts'
import type { PushDevice } from '../channels/pushDevice.ts'
import { engineReasons } from '../delivery-log/engineReasons.ts'
import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import type { DeviceBook } from './deviceBook.ts'

const because = createReasons(engineReasons)

type Tools = { devices?: DeviceBook; templates: TemplateRenderer }
type Found = { devices: readonly PushDevice[] } | { skipped: { code: string; said: SaidReason } }

/**
 * The devices a message goes to, or why there is nothing to try. Undefined for channels that need none. Throws FlowError
 * when the addressees cannot be worked out.
 */
export async function findDevices(
  { devices: book, templates }: Tools,
  { devices }: AnyChannel,
  { event, target }: { event: () => FlowEvent; target: unknown },
): Promise<Found | undefined> {
  if (devices === undefined) return undefined
  const addressees = await devices.addressees({ event: event(), target, templates })
  if (addressees.users.length === 0 && addressees.roles.length === 0) {
    return { skipped: { code: 'NO_ADDRESSEE', said: because('no_addressee') } }
  }
  const found = (await book?.devicesOf(devices.kind, addressees)) ?? []
  return found.length === 0
    ? { skipped: { code: 'NO_DEVICE', said: because('no_device') } }
    : { devices: found }
}
