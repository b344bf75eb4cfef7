import { type Attempt, callService, type DeliverInput, type Exchange } from '../../../src/index.ts'
import type { UonAddress } from './uonAddress.ts'
import { uonAnswer } from './uonAnswer.ts'
import { uonOutcome } from './uonOutcome.ts'

/** What a method gave, or the attempt that its failure is; `code` is the status inside. */
export type UonResult =
  | { isDone: true; body: Record<string, unknown>; exchange: Exchange }
  | { isDone: false; attempt: Attempt; code: number | null }

/** Calls methods of one account: with a form a POST, without one a GET. */
export type UonClient = (method: string, form?: Record<string, string>) => Promise<UonResult>

/** A client for one try. */
export function createUonClient(
  { http, now, signal }: Pick<DeliverInput<unknown>, 'http' | 'now' | 'signal'>,
  { base, confidential }: UonAddress,
): UonClient {
  return async (method, form) => {
    const url = `${base}/${method}.json`
    const body = form === undefined ? { method: 'GET' as const } : { form }
    const answered = await callService({ http, signal, url, confidential, ...body })
    if (!answered.isAnswer) return { isDone: false, attempt: answered.attempt, code: null }
    const answer = uonAnswer(answered)
    const { exchange } = answered
    if (answer.kind === 'done') return { isDone: true, body: answer.body, exchange }
    const attempt = uonOutcome(answer, { http: answered, confidential, now: now() })
    return { isDone: false, attempt, code: answer.kind === 'refused' ? answer.code : null }
  }
}
