import {
  type Attempt,
  callService,
  type DeliverInput,
  type ServiceAnswer,
  type TokenCache,
} from '../../../src/index.ts'
import { fcmFailure } from './fcmFailure.ts'
import type { ServiceAccount } from './serviceAccount.ts'

const KEPT_ANSWER_BYTES = 4096

/** Posts to FCM as one account; what comes instead of an answer when there is no token is an attempt. */
export type FcmSession = (
  body: { validate_only?: true; message: object },
  confidential: readonly string[],
) => Promise<ServiceAnswer>

/** Calls of one try. A token that FCM does not take is asked for anew once, for all calls together. */
export function fcmSession(
  { http, now, signal }: Pick<DeliverInput<unknown>, 'http' | 'now' | 'signal'>,
  {
    account,
    apiUrl,
    tokens,
  }: { account: ServiceAccount; apiUrl: string; tokens: TokenCache<ServiceAccount> },
): FcmSession {
  const tools = { http, now, signal }
  const url = `${apiUrl.replace(/\/+$/, '')}/v1/projects/${encodeURIComponent(account.projectId)}/messages:send`
  let known: ReturnType<TokenCache<ServiceAccount>['get']> | undefined
  let renewal: typeof known
  return async (json, confidential) => {
    const send = (token: string): Promise<ServiceAnswer> =>
      callService({
        ...{ http, signal, url, json, maxResponseBytes: KEPT_ANSWER_BYTES },
        headers: { authorization: `Bearer ${token}` },
        confidential: [...confidential, token, account.privateKey],
      })
    known ??= tokens.get(account, tools)
    const held = await (renewal ?? known)
    if ('attempt' in held) return noToken(held.attempt)
    const answer = await send(held.token)
    if (!isTokenRefused(answer)) return answer
    renewal ??= tokens.renew(account, held.token, tools)
    const fresh = await renewal
    if ('attempt' in fresh) return noToken(fresh.attempt)
    return fresh.token === held.token ? answer : send(fresh.token)
  }
}

function noToken(attempt: Attempt): ServiceAnswer {
  return { isAnswer: false, attempt }
}

/** The same status also tells of a key for Apple that is missing in the project, which no token heals. */
function isTokenRefused(answer: ServiceAnswer): boolean {
  if (!answer.isAnswer || answer.status !== 401) return false
  return fcmFailure(answer.json)?.code !== 'THIRD_PARTY_AUTH_ERROR'
}
