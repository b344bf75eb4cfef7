import { createHmac } from 'node:crypto'

import type { HttpRequestTarget } from './httpRequestTarget.ts'
import { httpRequestError } from './httpRequestError.ts'

/** Headers that prove who asks, and what of them must not be logged. */
export type Proof = { headers: Record<string, string>; confidential: string[] }

/** The proof that a target asks for. @throws FlowError FLOW_HTTP_SECRET_MISSING */
export function signRequest(
  target: HttpRequestTarget,
  secrets: Record<string, string>,
  body: string,
): Proof {
  const secretOf = (field: 'password' | 'token' | 'hmacSecret'): string => {
    const secret = secrets[field] ?? ''
    if (secret === '') throw httpRequestError.secretMissing(field)
    return secret
  }
  switch (target.auth) {
    case 'none':
      return { headers: {}, confidential: [] }
    case 'basic': {
      if (target.username === null) throw httpRequestError.secretMissing('username')
      const password = secretOf('password')
      const pair = Buffer.from(`${target.username}:${password}`, 'utf8').toString('base64')
      return authorization(`Basic ${pair}`, [password, pair])
    }
    case 'bearer': {
      const token = secretOf('token')
      return authorization(`Bearer ${token}`, [token])
    }
    case 'hmac': {
      const secret = secretOf('hmacSecret')
      const { hmacAlgorithm, hmacEncoding, hmacHeader, hmacPrefix } = target
      const signature = createHmac(hmacAlgorithm, secret).update(body, 'utf8').digest(hmacEncoding)
      return {
        headers: { [hmacHeader.toLowerCase()]: `${hmacPrefix}${signature}` },
        confidential: [secret, signature],
      }
    }
  }
}

function authorization(value: string, confidential: string[]): Proof {
  return { headers: { authorization: value }, confidential }
}
