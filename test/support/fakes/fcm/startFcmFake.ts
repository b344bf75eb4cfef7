import { verify } from 'node:crypto'
import type * as z from 'zod'

import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'
import { fakeServiceAccount } from './fakeServiceAccount.ts'
import { fcmRequest, grantClaims, grantHeader, tokenGrant } from './fcmSchemas.ts'

type Sent = z.output<typeof fcmRequest>['message']

/** FCM and Google's token server on this machine. */
export type FcmFake = Pick<Loopback, 'url' | 'requests' | 'close'> & {
  tokenUrl: string
  /** What devices got. */
  sent: Sent[]
  /** Requests for access tokens that were granted. */
  grants: () => number
  /** All access tokens given out so far end. */
  endTokens: () => void
  /** The access token that holds now. */
  accessToken: () => string
  /** What messages to one token are answered with instead; undefined: nothing special. */
  answerWith: (token: string, reply: LoopbackReply | undefined) => void
}

/** Registration tokens this FCM knows start like this. */
export const FAKE_APP_TOKEN = 'fakeApp:APA91b'
const HOUR_SECONDS = 3600
const MOST_BYTES = 4096

/** Starts it. `script` answers instead when it returns anything but undefined. */
export async function startFcmFake({
  now = Date.now,
  script = () => undefined,
}: {
  now?: () => number
  script?: (request: LoopbackRequest) => LoopbackReply | undefined
} = {}): Promise<FcmFake> {
  const sent: Sent[] = []
  const replies = new Map<string, LoopbackReply>()
  let [generation, grants] = [0, 0]
  // As at Google: a token holds until it ends, however many come after it.
  const valid = new Set<string>()
  const accessToken = (): string => `ya29.fake-access-token-${generation}`
  const { close, requests, url } = await startLoopback((request) => {
    const scripted = script(request)
    if (scripted !== undefined) return scripted
    if (request.path === '/token') {
      const problem = grantProblem(request, now())
      if (problem !== undefined)
        return reply(400, { error: 'invalid_grant', error_description: problem })
      generation += 1
      grants += 1
      valid.add(accessToken())
      return reply(200, { access_token: accessToken(), expires_in: 3599, token_type: 'Bearer' })
    }
    if (!valid.has(request.headers.authorization?.replace(/^Bearer /, '') ?? '')) {
      return fcmError(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.')
    }
    const own = replies.get(tokenIn(request.json))
    return own ?? answer(request, sent)
  })
  return {
    ...{ url, requests, close, sent, accessToken, tokenUrl: `${url}/token` },
    grants: () => grants,
    endTokens: () => {
      generation += 1
      valid.clear()
    },
    answerWith: (token, given) => {
      if (given === undefined) replies.delete(token)
      else replies.set(token, given)
    },
  }
}

/** An error as FCM writes it; `own` is FCM's code in the details. */
export function fcmError(
  code: number,
  status: string,
  message: string,
  {
    headers = {},
    own,
    violations,
  }: { own?: string; violations?: string[]; headers?: Record<string, string> } = {},
): LoopbackReply {
  const details = [
    ...(own === undefined
      ? []
      : [{ '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode: own }]),
    ...(violations === undefined
      ? []
      : [
          {
            '@type': 'type.googleapis.com/google.rpc.BadRequest',
            fieldViolations: violations.map((field) => ({ field, description: 'Invalid value' })),
          },
        ]),
  ]
  return reply(
    code,
    { error: { code, message, status, ...(details.length > 0 ? { details } : {}) } },
    headers,
  )
}

function answer({ body, json, method, path }: LoopbackRequest, sent: Sent[]): LoopbackReply {
  const project = /^\/v1\/projects\/([^/]+)\/messages:send$/.exec(path)?.[1]
  if (method !== 'POST' || project === undefined) return { status: 404, body: '<html>404</html>' }
  if (project !== fakeServiceAccount.projectId) {
    return fcmError(403, 'PERMISSION_DENIED', `no access to project ${project}`)
  }
  const read = fcmRequest.safeParse(json)
  if (!read.success) {
    const violations = read.error.issues.map((issue) => issue.path.join('.') || 'message')
    return fcmError(
      400,
      'INVALID_ARGUMENT',
      `Invalid JSON payload received. ${body.slice(0, 50)}`,
      {
        violations,
      },
    )
  }
  const { message, validate_only: isCheck = false } = read.data
  const payload = JSON.stringify({ notification: message.notification, data: message.data })
  if (Buffer.byteLength(payload) > MOST_BYTES) {
    return fcmError(400, 'INVALID_ARGUMENT', 'Message too big', { own: 'INVALID_ARGUMENT' })
  }
  if (message.token !== undefined && !message.token.startsWith(FAKE_APP_TOKEN)) {
    return fcmError(404, 'NOT_FOUND', `Requested entity was not found. ${message.token}`, {
      own: 'UNREGISTERED',
    })
  }
  if (isCheck) return reply(200, { name: `projects/${project}/messages/fake_message_id` })
  sent.push(message)
  return reply(200, { name: `projects/${project}/messages/0:1500000000000${sent.length}` })
}

function grantProblem({ body, headers, method }: LoopbackRequest, now: number): string | undefined {
  if (method !== 'POST') return 'method'
  if (headers['content-type'] !== 'application/x-www-form-urlencoded') return 'content type'
  const grant = tokenGrant.safeParse(Object.fromEntries(new URLSearchParams(body)))
  if (!grant.success) return 'grant'
  const [head = '', claims = '', signature = ''] = grant.data.assertion.split('.')
  const said = grantClaims.safeParse(parsed(claims))
  if (!grantHeader.safeParse(parsed(head)).success || !said.success) return 'Invalid JWT'
  const { exp, iat, iss } = said.data
  if (iss !== fakeServiceAccount.clientEmail) return 'Invalid JWT: iss'
  const seconds = now / 1000
  if (exp - iat > HOUR_SECONDS || Math.abs(iat - seconds) > 300 || exp <= seconds) {
    return 'Invalid JWT: Token must be a short-lived token'
  }
  const text = Buffer.from(`${head}.${claims}`)
  const isGood = verify(
    'sha256',
    text,
    fakeServiceAccount.publicKey,
    Buffer.from(signature, 'base64url'),
  )
  return isGood ? undefined : 'Invalid JWT Signature.'
}

function tokenIn(json: unknown): string {
  const read = fcmRequest.safeParse(json)
  return read.success ? (read.data.message.token ?? '') : ''
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

function reply(status: number, body: object, headers: Record<string, string> = {}): LoopbackReply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
    body: JSON.stringify(body),
  }
}
