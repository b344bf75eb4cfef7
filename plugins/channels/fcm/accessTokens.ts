import { createHash, sign } from 'node:crypto'
import * as z from 'zod'

import {
  type Attempt,
  callService,
  createReasons,
  type DeliverInput,
  parseRetryAfter,
  quoteOf,
  type ServiceAnswer,
} from '../../../src/index.ts'
import { fcmReasons } from './fcmReasons.ts'
import type { ServiceAccount } from './serviceAccount.ts'

const because = createReasons(fcmReasons)

type Tools = Pick<DeliverInput<unknown>, 'http' | 'now' | 'signal'>

/** A token, or the attempt that comes of there being none. */
export type TokenAnswer = { token: string } | { attempt: Attempt }

/** Access tokens of service accounts, kept for as long as they live. */
export type AccessTokens = {
  get: (account: ServiceAccount, tools: Tools) => Promise<TokenAnswer>
  /** One that is not `refused`: of another try meanwhile, or a fresh one. */
  renew: (account: ServiceAccount, refused: string, tools: Tools) => Promise<TokenAnswer>
}

/** Who the grant is meant for; a proxy in between changes nothing of that. */
const AUDIENCE = 'https://oauth2.googleapis.com/token'
const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging'
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const HOUR_SECONDS = 3600
/** A token this near its end could end on the way. */
const MARGIN_MS = 60_000
const MOST_ACCOUNTS = 100

const granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })
const refusal = z.object({ error: z.string(), error_description: z.string().optional() })

/**
 * Tokens in this process's memory, by account. Two tries at once may both ask for one: nobody waits for somebody else's
 * request, which may be broken off.
 */
export function createAccessTokens(tokenUrl: string = AUDIENCE): AccessTokens {
  const kept = new Map<string, { token: string; until: number }>()
  const ask = async (account: ServiceAccount, tools: Tools): Promise<TokenAnswer> => {
    const assertion = grantOf(account, tools.now())
    const confidential = [assertion, account.privateKey]
    const { http, signal } = tools
    const form = { grant_type: GRANT, assertion }
    const answer = await callService({ http, signal, url: tokenUrl, form, confidential })
    const read = answer.isAnswer ? granted.safeParse(answer.json) : undefined
    if (!answer.isAnswer || answer.status !== 200 || read?.success !== true) {
      return { attempt: refused(answer, confidential, tools.now()) }
    }
    const { access_token: token, expires_in: seconds } = read.data
    if (kept.size >= MOST_ACCOUNTS) kept.clear()
    kept.set(nameOf(account), { token, until: tools.now() + seconds * 1000 - MARGIN_MS })
    return { token }
  }
  const get: AccessTokens['get'] = async (account, tools) => {
    const known = kept.get(nameOf(account))
    return known && known.until > tools.now() ? { token: known.token } : ask(account, tools)
  }
  return {
    get,
    renew: (account, old, tools) => {
      if (kept.get(nameOf(account))?.token === old) kept.delete(nameOf(account))
      return get(account, tools)
    },
  }
}

/** Another key of the same robot is another account: its tokens end with it. */
function nameOf({ clientEmail, privateKey }: ServiceAccount): string {
  return createHash('sha256').update(`${clientEmail}\n${privateKey}`).digest('hex')
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
