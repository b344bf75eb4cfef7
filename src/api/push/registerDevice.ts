import type { Endpoint } from 'payload'

import type { DeviceAddress } from '../../channels/pushDevice.ts'
import type { HttpClient } from '../../egress/httpClient.ts'
import { isEgressError } from '../../egress/isEgressError.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { FlowError } from '../../kernel/flowError.ts'
import { saveDevice } from '../../push-devices/saveDeviceStore.ts'
import { deviceLabel } from './deviceLabel.ts'
import { givenDevice } from './givenDevice.ts'
import { hasDevices } from './hasDevices.ts'

const FCM_HOST = 'fcm.googleapis.com'

/**
 * `POST /api/push/devices`: the caller's browser or app wants notifications. The same one again is updated, and taken from
 * whoever had it before. Answers `{ id, label }`, 201 for a new one, and never a secret of it.
 */
export const registerDevice = (): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/push/devices',
    access: hasDevices,
    limit: { name: 'push-register', points: 30, perSeconds: 600 },
    maxBodyBytes: 8 * 1024,
    body: givenDevice,
    handle: async ({ body, payload, req, runtime }) => {
      const { address } = body
      await assertReachable(address, runtime.http)
      const label = body.label || deviceLabel(req.headers.get('user-agent'))
      const service = address.kind === 'fcm' ? FCM_HOST : new URL(address.endpoint).host
      const ownerId = req.user?.id ?? ''
      const device = { address, label, ownerId, service }
      const { id, isNew } = await saveDevice(payload, runtime.keyRing, device)
      return jsonResponse({ id, label }, isNew ? 201 : 200)
    },
  })

/** The server will post to this address: it must not lead inside. */
async function assertReachable(address: DeviceAddress, http: HttpClient): Promise<void> {
  if (address.kind === 'fcm') return
  try {
    await http.vet(address.endpoint)
  } catch (error) {
    if (!isEgressError(error)) throw error
    throw new FlowError({
      code: 'FLOW_PUSH_ENDPOINT_INVALID',
      message: 'the endpoint is not the address of a push service',
      details: { reason: error.code },
      status: 400,
      cause: error,
    })
  }
}
