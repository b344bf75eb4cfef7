import {
  type Attempt,
  callService,
  cutText,
  type DeliverInput,
  type Exchange,
  type Json,
} from '../../../src/index.ts'
import type { AmocrmAccount } from './amocrmAccount.ts'
import { amocrmAnswer } from './amocrmAnswer.ts'
import { amocrmOutcome } from './amocrmOutcome.ts'

/** One call of the API; `path` begins behind `/api/v4`. */
export type AmocrmCall = {
  method: 'GET' | 'POST' | 'PATCH'
  path: string
  query?: Record<string, string>
  json?: Json
}

/** What a call gave, `undefined` for an empty list, or the attempt that its failure is. */
export type AmocrmResult =
  | { isDone: true; json: unknown; exchange: Exchange }
  /** `isGone`: what the path names is not there. */
  | { isDone: false; attempt: Attempt; isGone: boolean }

/** Calls the API of one account, one call after another. */
export type AmocrmClient = (call: AmocrmCall) => Promise<AmocrmResult>

/** Rows of a list hold all fields of a lead. */
const MAX_LIST_BYTES = 512 * 1024
const MAX_LOGGED = 16 * 1024

/** A client for one try. */
export function createAmocrmClient(
  {
    http,
    now,
    secrets,
    signal,
  }: Pick<DeliverInput<unknown>, 'http' | 'now' | 'secrets' | 'signal'>,
  { base, confidential, headers }: AmocrmAccount,
): AmocrmClient {
  const isRenewed = (secrets['refreshToken'] ?? '') !== ''
  return async ({ json, method, path, query }) => {
    const search = query === undefined ? '' : `?${new URLSearchParams(query)}`
    const answered = await callService({
      ...{ http, signal, method, headers, confidential },
      url: `${base}/api/v4${path}${search}`,
      ...(json === undefined ? {} : { json }),
      ...(method === 'GET' ? { maxResponseBytes: MAX_LIST_BYTES } : {}),
    })
    if (!answered.isAnswer) return { isDone: false, attempt: answered.attempt, isGone: false }
    const exchange = brief(answered.exchange)
    const answer = amocrmAnswer(answered)
    if (answer.kind === 'done') return { isDone: true, json: answer.json, exchange }
    if (answer.kind === 'empty') return { isDone: true, json: undefined, exchange }
    const facts = { http: { ...answered, exchange }, confidential, isRenewed, now: now() }
    const isGone = answer.kind === 'refused' && answer.isGone
    return { isDone: false, attempt: amocrmOutcome(answer, facts), isGone }
  }
}

/** A long list is read whole and logged in part. */
function brief({ request, response }: Exchange): Exchange {
  const body = response?.['body']
  if (response === null || typeof body !== 'string') return { request, response }
  return { request, response: { ...response, body: cutText(body, MAX_LOGGED) } }
}
