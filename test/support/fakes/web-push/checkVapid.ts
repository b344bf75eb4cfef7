import { createPublicKey, verify } from 'node:crypto'
import * as z from 'zod'

const DAY_SECONDS = 24 * 60 * 60

const claims = z.strictObject({
  aud: z.string(),
  exp: z.int(),
  sub: z.string().regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+\.\S+)$/),
})
const header = z.strictObject({ typ: z.literal('JWT'), alg: z.literal('ES256') })

/** What is wrong with a request's signature (RFC 8292), or undefined. `publicKey` is what the browser subscribed with. */
export function checkVapid(
  authorization: string | undefined,
  { audience, publicKey }: { audience: string; publicKey: string },
): string | undefined {
  const read = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), ?k=([\w-]+)$/.exec(authorization ?? '')
  if (read === null) return 'no VAPID'
  const [, head = '', body = '', signature = '', key = ''] = read
  if (!header.safeParse(parsed(head)).success) return 'BadJwtToken: header'
  const said = claims.safeParse(parsed(body))
  if (!said.success) return 'BadJwtToken: claims'
  const { aud, exp } = said.data
  const now = Date.now() / 1000
  if (aud !== audience) return `BadJwtToken: aud ${aud}`
  if (exp <= now || exp > now + DAY_SECONDS) return 'BadJwtToken: exp'
  if (key !== publicKey) return 'VapidPkHashMismatch'
  const isGood = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: publicKeyOf(key), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  return isGood ? undefined : 'BadJwtToken: signature'
}

function publicKeyOf(text: string) {
  const point = Buffer.from(text, 'base64url')
  const x = point.subarray(1, 33).toString('base64url')
  const y = point.subarray(33).toString('base64url')
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
