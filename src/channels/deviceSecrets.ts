import type { DeviceAddress } from './pushDevice.ts'

/** Shorter parts of a path are words such as `wpush`, which stand in other texts too. */
const SECRET_PART = 16

/** The texts of a device that must not be kept, wherever they stand: of an address also its path, and the long parts of it. */
export function deviceSecrets(device: DeviceAddress): string[] {
  if (device.kind === 'fcm') return [device.token]
  const { auth, endpoint, p256dh } = device
  const { pathname, search } = new URL(endpoint)
  const path = `${pathname}${search}`.slice(1)
  const parts = path.split(/[/?&=]/).filter((part) => part.length >= SECRET_PART)
  return [endpoint, ...(path === '' ? [] : [path]), ...parts, p256dh, auth]
}
