import type { DeviceAddress } from '../channels/pushDevice.ts'
import { sha256Hex } from '../kernel/sha256Hex.ts'

/** What a device is found by without knowing its address, 64 hexadecimal digits. */
export function deviceHash(
  device:
    | Pick<Extract<DeviceAddress, { kind: 'web-push' }>, 'kind' | 'endpoint'>
    | Extract<DeviceAddress, { kind: 'fcm' }>,
): string {
  const address = device.kind === 'fcm' ? device.token : device.endpoint
  return sha256Hex(`${device.kind}\n${address}`)
}
