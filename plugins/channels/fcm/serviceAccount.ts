import { createPrivateKey, type KeyObject } from 'node:crypto'
import * as z from 'zod'

import { fcmError } from './fcmError.ts'

/** Who sends: a robot of a project at Google. */
export type ServiceAccount = {
  projectId: string
  clientEmail: string
  keyId: string | null
  /** PEM. */
  privateKey: string
  key: KeyObject
}

const file = z.object({
  type: z.literal('service_account'),
  project_id: z.string().regex(/^[\w:.-]{1,100}$/),
  client_email: z.string().min(3).max(320),
  private_key_id: z.string().max(200).optional(),
  private_key: z.string().min(1),
})

/** Reads the JSON key of a service account. @throws FlowError FLOW_FCM_ACCOUNT_MISSING, FLOW_FCM_ACCOUNT_INVALID */
export function serviceAccount(text: string | undefined): ServiceAccount {
  if (text === undefined || text.trim() === '') throw fcmError.accountMissing()
  const read = file.safeParse(parsed(text))
  if (!read.success) {
    const [issue] = read.error.issues
    throw fcmError.accountInvalid(String(issue?.path.join('.') || 'no object'))
  }
  const { client_email, private_key, private_key_id = null, project_id } = read.data
  return {
    projectId: project_id,
    clientEmail: client_email,
    keyId: private_key_id,
    privateKey: private_key,
    key: keyOf(private_key),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What stands in it is a secret, so the parser's own words, which quote it, are left out.
    throw fcmError.accountInvalid('no JSON')
  }
}

function keyOf(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'rsa') return key
  } catch {
    throw fcmError.accountInvalid('private_key')
  }
  throw fcmError.accountInvalid('private_key')
}
