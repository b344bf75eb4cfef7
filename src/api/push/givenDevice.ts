import { createPublicKey } from 'node:crypto'
import * as z from 'zod'

import type { DeviceAddress } from '../../channels/pushDevice.ts'
import { deviceNames } from './deviceNames.ts'

const base64url = /^[A-Za-z0-9_-]+={0,2}$/
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url')

const p256dh = z
  .string()
  .regex(base64url)
  .refine((text) => isPoint(bytesOf(text)), { error: 'is not a public key of 65 bytes' })
  .transform((text) => bytesOf(text).toString('base64url'))
const auth = z
  .string()
  .regex(base64url)
  .refine((text) => bytesOf(text).length === 16, { error: 'is not a secret of 16 bytes' })
  .transform((text) => bytesOf(text).toString('base64url'))
const label = z.string().trim().max(100).optional()

/** What a browser or an app sends to register: the browser's own `PushSubscription` as JSON, or a token of FCM. */
export const givenDevice = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('web-push'),
      subscription: z.strictObject({
        endpoint: deviceNames.endpoint,
        expirationTime: z.number().nullish(),
        keys: z.strictObject({ p256dh, auth }),
      }),
      label,
    }),
    z.strictObject({ kind: z.literal('fcm'), token: deviceNames.token, label }),
  ])
  .transform((given): { address: DeviceAddress; label: string } => ({
    address:
      given.kind === 'fcm'
        ? { kind: 'fcm', token: given.token }
        : {
            kind: 'web-push',
            endpoint: given.subscription.endpoint,
            ...given.subscription.keys,
          },
    label: given.label ?? '',
  }))

/** An uncompressed point that lies on the curve: with any other the message could not be encrypted. */
function isPoint(bytes: Buffer): boolean {
  if (bytes.length !== 65 || bytes[0] !== 4) return false
  const x = bytes.subarray(1, 33).toString('base64url')
  const y = bytes.subarray(33).toString('base64url')
  try {
    createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
    return true
  } catch {
    return false
  }
}
