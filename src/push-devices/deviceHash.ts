import { createHash } from 'node:crypto'

import type { DeviceAddress } from '../channels/pushDevice.ts'

/** What a device is found by without knowing its address, 64 hexadecimal digits. */
export function deviceHash(
  device:
    | Pick<Extract<DeviceAddress, { kind: 'web-push' }>, 'kind' | 'endpoint'>
    | Extract<DeviceAddress, { kind: 'fcm' }>,
): string {
  const address = device.kind === 'fcm' ? device.token : device.endpoint
  return createHash('sha256').update(`${device.kind}\n${address}`).digest('hex')
}
