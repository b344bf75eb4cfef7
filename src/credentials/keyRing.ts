import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

import { FlowError } from '../kernel/flowError.ts'

/** Encrypts and decrypts secrets with AES-256-GCM under named keys. */
export type KeyRing = {
  /** `enc.v1.<keyId>.<iv>.<tag>.<ciphertext>`, the parts base64url; `context` must be given again to decrypt. */
  encrypt: (plain: string, context: string) => string
  /** Throws FLOW_SECRET_KEY_UNKNOWN or FLOW_SECRET_DAMAGED. */
  decrypt: (sealed: string, context: string) => string
  isSealed: (value: unknown) => value is string
  /** Sealed with the key that writes: nothing to do for a rotation. */
  isNewest: (sealed: string) => boolean
}

const PREFIX = 'enc.v1.'

/**
 * Reads `id:base64(32 bytes)[,id:base64…]`. The first key writes, all of them read, so a key is
 * rotated by putting a new one in front. Throws FLOW_SECRET_KEYS_INVALID.
 */
export function createKeyRing(definition: string): KeyRing {
  const keys = parseKeys(definition)
  const [writing] = keys
  if (!writing) throw invalidKeys('no key is given')
  const byId = new Map(keys.map((key) => [key.id, key.bytes]))

  return {
    encrypt: (plain, context) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', writing.bytes, iv)
      cipher.setAAD(Buffer.from(context))
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      const parts = [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))
      return `${PREFIX}${writing.id}.${parts.join('.')}`
    },
    decrypt: (sealed, context) => {
      const [keyId = '', iv = '', tag = '', text = ''] = sealed.slice(PREFIX.length).split('.')
      const key = byId.get(keyId)
      if (!key) {
        throw new FlowError({
          code: 'FLOW_SECRET_KEY_UNKNOWN',
          message: `a stored secret was encrypted with key "${keyId}", which is not in the key ring`,
          details: { keyId },
          hint: 'Add the old key behind the new one in FLOWMASTERS_ENCRYPTION_KEYS, or enter the secret again.',
        })
      }
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'))
        decipher.setAAD(Buffer.from(context))
        decipher.setAuthTag(Buffer.from(tag, 'base64url'))
        const plain = Buffer.concat([
          decipher.update(Buffer.from(text, 'base64url')),
          decipher.final(),
        ])
        return plain.toString('utf8')
      } catch (cause) {
        throw new FlowError({
          code: 'FLOW_SECRET_DAMAGED',
          message: 'a stored secret cannot be decrypted',
          hint: 'The key ring holds another key under the same id, or the row was altered: enter the secret again.',
          cause,
        })
      }
    },
    isSealed: (value): value is string => typeof value === 'string' && value.startsWith(PREFIX),
    isNewest: (sealed) => sealed.startsWith(`${PREFIX}${writing.id}.`),
  }
}

function parseKeys(definition: string): { id: string; bytes: Buffer }[] {
  return definition
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const at = entry.indexOf(':')
      const id = entry.slice(0, at)
      const bytes = Buffer.from(entry.slice(at + 1), 'base64')
      if (at < 1 || !/^[a-zA-Z0-9_-]+$/.test(id)) throw invalidKeys('a key has no id before ":"')
      if (bytes.length !== 32) throw invalidKeys(`key "${id}" is not 32 bytes of base64`)
      return { id, bytes }
    })
}

function invalidKeys(what: string): FlowError {
  return new FlowError({
    code: 'FLOW_SECRET_KEYS_INVALID',
    message: `FLOWMASTERS_ENCRYPTION_KEYS cannot be read: ${what}`,
    hint: 'Write id:base64 with 32 random bytes per key, e.g. "k1:$(openssl rand -base64 32)".',
  })
}
