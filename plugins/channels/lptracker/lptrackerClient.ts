import {
  type Attempt,
  callService,
  type DeliverInput,
  type Exchange,
  type HttpRequest,
  type JsonObject,
  type TokenCache,
} from '../../../src/index.ts'
import type { LptrackerAccount } from './lptrackerAccount.ts'
import { type LptrackerAnswer, lptrackerAnswer, type LptrackerHttp } from './lptrackerAnswer.ts'
import { lptrackerOutcome } from './lptrackerOutcome.ts'

/** What a call gave, or the attempt that its failure is; `code` is LPTracker's own. */
export type LptrackerResult =
  | { isDone: true; result: unknown; exchange: Exchange }
  | { isDone: false; attempt: Attempt; code: number | null }

/** Calls one account, one call after another. `path` starts with a slash. */
export type LptrackerClient = (
  method: HttpRequest['method'],
  path: string,
  json?: JsonObject,
) => Promise<LptrackerResult>

type Sent = { http: LptrackerHttp; answer: LptrackerAnswer } | { attempt: Attempt }

const UNAUTHORIZED = 401

/** A client for one try: logs in when there is no token, and once more when the token has ended. */
export function createLptrackerClient(
  { http, now, signal }: Pick<DeliverInput<unknown>, 'http' | 'now' | 'signal'>,
  account: LptrackerAccount,
  tokens: TokenCache<LptrackerAccount>,
): LptrackerClient {
  const tools = { http, now, signal }
  const { apiUrl, password } = account
  return async (method, path, json) => {
    const confidential = [password]
    const send = async (token: string): Promise<Sent> => {
      confidential.push(token)
      const sent = await callService({
        ...{ http, signal, method, url: `${apiUrl}${path}`, headers: { token }, confidential },
        ...(json === undefined ? {} : { json }),
      })
      return sent.isAnswer ? { http: sent, answer: lptrackerAnswer(sent) } : sent
    }
    const held = await tokens.get(account, tools)
    if ('attempt' in held) return { isDone: false, attempt: held.attempt, code: null }
    let sent = await send(held.token)
    if ('answer' in sent && isTokenRefused(sent.answer)) {
      const fresh = await tokens.renew(account, held.token, tools)
      if ('attempt' in fresh) return { isDone: false, attempt: fresh.attempt, code: null }
      sent = await send(fresh.token)
    }
    if ('attempt' in sent) return { isDone: false, attempt: sent.attempt, code: null }
    const { answer } = sent
    if (answer.kind === 'done') {
      return { isDone: true, result: answer.result, exchange: sent.http.exchange }
    }
    const facts = { http: sent.http, confidential, now: now(), asked: 'call' } as const
    const code = answer.kind === 'refused' ? answer.code : null
    return { isDone: false, attempt: lptrackerOutcome(answer, facts), code }
  }
}

function isTokenRefused(answer: LptrackerAnswer): boolean {
  return answer.kind === 'refused' && answer.code === UNAUTHORIZED
}
