import { createHmac } from 'node:crypto'

import { equalInTime } from './equalInTime.ts'

/** What a signed request is checked with. */
export type StandardSignatureInput = {
  /** Any of them may have signed; `whsec_…` is base64, other texts are taken as they are. */
  secrets: readonly string[]
  /** The header's value by lower-case name. */
  header: (name: string) => string | null | undefined
  body: Buffer
  /** Milliseconds since the Unix epoch. */
  now: number
}

const TOLERANCE_SECONDS = 300

/**
 * Checks a Standard Webhooks signature (`webhook-id`, `-timestamp`, `-signature`) over the raw body. Says what is wrong with
 * it; null when it is genuine.
 */
export function standardSignatureProblem(input: StandardSignatureInput): string | null {
  const { body, header, now, secrets } = input
  const id = header('webhook-id') ?? ''
  const timestamp = header('webhook-timestamp') ?? ''
  const signatures = (header('webhook-signature') ?? '').split(' ')
  if (id === '' || id.includes('.') || !/^\d{1,12}$/.test(timestamp)) {
    return 'webhook-id, webhook-timestamp or webhook-signature is missing'
  }
  if (Math.abs(now / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) {
    return 'its webhook-timestamp is more than 5 minutes off'
  }
  const expected = secrets.map((secret) => {
    const mac = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body)
    return `v1,${mac.digest('base64')}`
  })
  const isGenuine = signatures.some((given) => expected.some((each) => equalInTime(given, each)))
  return isGenuine ? null : 'the signature does not fit'
}

function keyOf(secret: string): Buffer {
  return secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret)
}
