import type { Addressees } from '../channels/addressees.ts'
import type { DeviceReport } from '../channels/attempt.ts'
import type { DeviceKind, PushDevice } from '../channels/pushDevice.ts'

/** Devices of people that agreed to notifications. */
export type DeviceBook = {
  /** Devices of these people, oldest first. Throws FLOW_PUSH_TOO_MANY_DEVICES. */
  devicesOf: (kind: DeviceKind, addressees: Addressees) => Promise<PushDevice[]>
  /** Forgets those that are gone, and remembers when the others last took a message. */
  record: (report: DeviceReport) => Promise<void>
}
