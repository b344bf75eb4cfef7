import { createECDH } from 'node:crypto'

import { webPushError } from './webPushError.ts'

const CURVE = 'prime256v1'

/** The pair that signs requests to push services (VAPID): both halves base64url. */
export type VapidKeys = { publicKey: string; privateKey: string }

/** A fresh private key, 32 bytes as base64url; its public half follows from it. */
export function generateVapidKey(): string {
  const curve = createECDH(CURVE)
  curve.generateKeys()
  return padded(curve.getPrivateKey()).toString('base64url')
}

/** The pair of a private key. @throws FlowError FLOW_WEB_PUSH_KEY_INVALID, FLOW_WEB_PUSH_KEYS_DIFFER */
export function vapidKeysOf(privateKey: string, givenPublicKey?: string): VapidKeys {
  const text = privateKey.trim()
  const bytes = Buffer.from(text, 'base64url')
  if (!/^[\w-]{43}=?$/.test(text) || bytes.length !== 32) throw webPushError.keyInvalid()
  const publicKey = publicHalf(bytes)
  const given = (givenPublicKey ?? '').trim().replace(/=+$/, '')
  if (given !== '' && given !== publicKey) throw webPushError.keysDiffer()
  return { publicKey, privateKey: bytes.toString('base64url') }
}

function publicHalf(privateKey: Buffer): string {
  const curve = createECDH(CURVE)
  try {
    curve.setPrivateKey(privateKey)
  } catch {
    // Zero, or a number beyond the order of the curve.
    throw webPushError.keyInvalid()
  }
  return curve.getPublicKey().toString('base64url')
}

/** Node leaves out leading zeros of a private key. */
function padded(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.alloc(32 - bytes.length), bytes])
}
