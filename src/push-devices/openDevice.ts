import * as z from 'zod'

import type { DeviceAddress } from '../channels/pushDevice.ts'
import type { KeyRing } from '../credentials/keyRing.ts'
import { FlowError } from '../kernel/flowError.ts'
import { deviceContext } from './deviceContext.ts'

const address: z.ZodType<DeviceAddress> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('web-push'),
    endpoint: z.string(),
    p256dh: z.string(),
    auth: z.string(),
  }),
  z.object({ kind: z.literal('fcm'), token: z.string() }),
])

/** The address of a stored device. Throws FLOW_SECRET_KEY_UNKNOWN or FLOW_SECRET_DAMAGED. */
export function openDevice(
  { hash, sealed }: { hash: string; sealed: string },
  keyRing: KeyRing,
): DeviceAddress {
  const read = address.safeParse(JSON.parse(keyRing.decrypt(sealed, deviceContext(hash))))
  if (read.success) return read.data
  throw new FlowError({
    code: 'FLOW_SECRET_DAMAGED',
    message: 'a stored device cannot be read',
    hint: 'Delete it; its owner switches notifications on again.',
  })
}
