import { sign } from 'node:crypto'
import * as z from 'zod'

import {
  type Attempt,
  callService,
  createReasons,
  parseRetryAfter,
  quoteOf,
  type ServiceAnswer,
  createTokenCache,
  type TokenCache,
} from '../../../src/index.ts'
import { fcmReasons } from './fcmReasons.ts'
import type { ServiceAccount } from './serviceAccount.ts'

const because = createReasons(fcmReasons)

/** Who the grant is meant for; a proxy in between changes nothing of that. */
const AUDIENCE = 'https://oauth2.googleapis.com/token'
const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging'
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const HOUR_SECONDS = 3600
/** A token this near its end could end on the way. */
const MARGIN_MS = 60_000

const granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })
const refusal = z.object({ error: z.string(), error_description: z.string().optional() })

/** Access tokens of service accounts; another key of the same robot is another account. */
export function createAccessTokens(tokenUrl: string = AUDIENCE): TokenCache<ServiceAccount> {
  return createTokenCache({
    nameOf: ({ clientEmail, privateKey }) => [clientEmail, privateKey],
    ask: async (account, { http, now, signal }) => {
      const assertion = grantOf(account, now())
      const confidential = [assertion, account.privateKey]
      const form = { grant_type: GRANT, assertion }
      const answer = await callService({ http, signal, url: tokenUrl, form, confidential })
      const read = answer.isAnswer ? granted.safeParse(answer.json) : undefined
      if (!answer.isAnswer || answer.status !== 200 || read?.success !== true) {
        return { attempt: refused(answer, confidential, now()) }
      }
      const { access_token: token, expires_in: seconds } = read.data
      return { token, until: now() + seconds * 1000 - MARGIN_MS }
    },
  })
}

function grantOf({ clientEmail, key, keyId }: ServiceAccount, now: number): string {
  const issued = Math.floor(now / 1000)
  const header = { alg: 'RS256', typ: 'JWT', ...(keyId === null ? {} : { kid: keyId }) }
  const times = { iat: issued, exp: issued + HOUR_SECONDS }
  const claims = { iss: clientEmail, scope: SCOPE, aud: AUDIENCE, ...times }
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

function refused(answer: ServiceAnswer, confidential: readonly string[], now: number): Attempt {
  if (!answer.isAnswer) return answer.attempt
  const { exchange, headers, json, status } = answer
  const read = refusal.safeParse(json)
  if (status === 429 || status >= 500 || !read.success) {
    const code = `FCM_TOKEN_${status}`
    const key = status === 429 ? 'busy' : status >= 500 ? 'broken' : 'foreign'
    const retryAfterMs = parseRetryAfter(headers['retry-after'], now)
    const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
    const said = because(key, { status, code: status })
    return { outcome: 'unavailable', code, ...said, ...hint, exchange }
  }
  const { error, error_description: more = '' } = read.data
  const detail = quoteOf(`${error} ${more}`, confidential)
  const code = `FCM_${error.replaceAll(/\W+/g, '_').toUpperCase().slice(0, 60)}`
  return { outcome: 'rejected', code, ...because('account', { detail }), exchange }
}
