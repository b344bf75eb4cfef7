import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** A browser that subscribed: what it gives to the site, and what opens messages to it. */
export type FakeBrowser = {
  /** As `PushSubscription.toJSON()` gives it. */
  subscription: {
    endpoint: string
    expirationTime: null
    keys: { p256dh: string; auth: string }
  }
  /** Opens one message (RFC 8291, aes128gcm); throws for anything that is not one for this browser. */
  decrypt: (body: Buffer) => string
}

/** A browser with keys of its own; `origin` is that of its push service. */
export function createFakeBrowser(origin: string): FakeBrowser {
  const curve = createECDH('prime256v1')
  const publicKey = curve.generateKeys()
  const auth = randomBytes(16)
  return {
    subscription: {
      endpoint: `${origin}/wpush/v2/${randomBytes(48).toString('base64url')}`,
      expirationTime: null,
      keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
    },
    decrypt: (body) => {
      const { cipher, recordSize, salt, sender } = partsOf(body)
      if (cipher.length > recordSize) throw new Error('more than one record')
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender])
      const secret = hkdf(curve.computeSecret(sender), auth, info, 32)
      const key = hkdf(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
      const nonce = hkdf(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
      const decipher = createDecipheriv('aes-128-gcm', key, nonce)
      decipher.setAuthTag(cipher.subarray(-16))
      const padded = Buffer.concat([decipher.update(cipher.subarray(0, -16)), decipher.final()])
      const end = padded.lastIndexOf(2)
      if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) {
        throw new Error('the last record does not end with its delimiter')
      }
      return padded.subarray(0, end).toString('utf8')
    },
  }
}

/** The header of RFC 8188: salt, record size, and the sender's key as the key id. */
function partsOf(body: Buffer): {
  salt: Buffer
  recordSize: number
  sender: Buffer
  cipher: Buffer
} {
  const idLength = body[20]
  if (body.length < 104 || idLength !== 65) throw new Error('no aes128gcm header with a key')
  return {
    salt: body.subarray(0, 16),
    recordSize: body.readUInt32BE(16),
    sender: body.subarray(21, 86),
    cipher: body.subarray(86),
  }
}

function hkdf(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length))
}
