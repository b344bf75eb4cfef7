import {
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'

import {
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  refusedBy,
} from '../../../src/index.ts'
import type { VapidKeys } from './vapidKeys.ts'
import { type WebPushOptions, webPushAccount } from './webPushAccount.ts'
import { webPushError } from './webPushError.ts'
import type { WebPushTarget } from './webPushTarget.ts'

/** Push services have no call that asks: the pair signs something and it is checked, and nothing leaves the house. */
export async function testWebPush(
  { secrets, target: { subject } }: Pick<ConnectionInput<WebPushTarget>, 'secrets' | 'target'>,
  options: WebPushOptions,
): Promise<ConnectionReport> {
  try {
    const account = webPushAccount({ subject, privateKey: secrets['privateKey'] }, options)
    if (!isPair(account)) throw webPushError.keyInvalid()
    return { isOk: true, account: `${account.subject}, ${account.publicKey.slice(0, 12)}…` }
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}

function isPair({ privateKey, publicKey }: VapidKeys): boolean {
  const point = Buffer.from(publicKey, 'base64url')
  const open: JsonWebKey = {
    ...{ kty: 'EC', crv: 'P-256' },
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const text = randomBytes(32)
  const signature = sign(
    'sha256',
    text,
    createPrivateKey({ key: { ...open, d: privateKey }, format: 'jwk' }),
  )
  return verify('sha256', text, createPublicKey({ key: open, format: 'jwk' }), signature)
}
