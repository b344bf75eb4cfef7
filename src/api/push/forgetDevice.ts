import type { Endpoint } from 'payload'
import * as z from 'zod'

import { defineEndpoint } from '../../http/defineEndpoint.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { removeDevice } from '../../push-devices/removeDeviceStore.ts'
import { deviceNames } from './deviceNames.ts'
import { hasDevices } from './hasDevices.ts'

const { endpoint, token } = deviceNames
const named = z.union([
  z.strictObject({ endpoint }).transform((given) => ({ kind: 'web-push' as const, ...given })),
  z.strictObject({ token }).transform((given) => ({ kind: 'fcm' as const, ...given })),
])

/**
 * `DELETE /api/push/devices` with `{ endpoint }` or `{ token }`: no notifications on it any more. Only a device of the
 * caller goes; `{ removed: false }` also says nothing of whether somebody else has it.
 */
export const forgetDevice = (): Endpoint =>
  defineEndpoint({
    method: 'delete',
    path: '/push/devices',
    access: hasDevices,
    limit: { name: 'push-forget', points: 60, perSeconds: 600 },
    maxBodyBytes: 8 * 1024,
    body: named,
    handle: async ({ body, payload, req }) =>
      jsonResponse({ removed: await removeDevice(payload, body, req.user?.id ?? '') }),
  })
