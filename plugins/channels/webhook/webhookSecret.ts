import { randomBytes } from 'node:crypto'

import { FlowError } from '../../../src/index.ts'
import { decodeSecret } from './signature/decodeSecret.ts'

/** A fresh signing secret: `whsec_` + base64 of 32 random bytes. */
export function generateWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/** Refuses anything but `whsec_` + base64 of 24 to 64 bytes. @throws FlowError FLOW_WEBHOOK_SECRET_INVALID */
export function checkWebhookSecret(value: string): void {
  const key = value.startsWith('whsec_') && value.length % 4 === 2 ? decodeSecret(value) : null
  if (key !== null && key.length >= 24 && key.length <= 64) return
  throw new FlowError({
    code: 'FLOW_WEBHOOK_SECRET_INVALID',
    message: 'the secret must be whsec_ followed by 24 to 64 random bytes in base64',
    hint: 'Leave the field empty to have a strong secret generated.',
    status: 400,
  })
}
