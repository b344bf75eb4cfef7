import {
  type Attempt,
  callService,
  type DeliverInput,
  type Exchange,
  type JsonObject,
} from '../../../src/index.ts'
import type { BitrixAddress } from './bitrixAddress.ts'
import { type BitrixAnswer, bitrixAnswer } from './bitrixAnswer.ts'
import { bitrixOutcome } from './bitrixOutcome.ts'

/** What a method gave, or the attempt that its failure is. */
export type BitrixResult =
  | { isDone: true; result: unknown; exchange: Exchange }
  /** `isGone`: what the method was to change is not there. */
  | { isDone: false; attempt: Attempt; isGone: boolean }

/** Calls methods of one portal, one after another. */
export type BitrixClient = (method: string, params: JsonObject) => Promise<BitrixResult>

/** A client for one try; it remembers when the portal's time for methods is counted anew. */
export function createBitrixClient(
  { http, now, signal }: Pick<DeliverInput<unknown>, 'http' | 'now' | 'signal'>,
  { base, confidential }: BitrixAddress,
): BitrixClient {
  let resetAt: number | undefined
  return async (method, params) => {
    const url = `${base}/${method}.json`
    const answered = await callService({ http, signal, url, confidential, json: params })
    if (!answered.isAnswer) return { isDone: false, attempt: answered.attempt, isGone: false }
    const answer = bitrixAnswer(answered)
    if (answer.kind !== 'done') {
      const facts = { http: answered, confidential, resetAt, now: now() }
      return { isDone: false, attempt: bitrixOutcome(answer, facts), isGone: isGone(answer) }
    }
    resetAt = answer.resetAt ?? resetAt
    const failed = failureInside(answer.result)
    if (failed) {
      const facts = { http: answered, confidential, resetAt, now: now() }
      return { isDone: false, attempt: bitrixOutcome(failed, facts), isGone: false }
    }
    return { isDone: true, result: answer.result, exchange: answered.exchange }
  }
}

/** Methods of the CRM say it in words, without a code. */
function isGone(answer: BitrixAnswer): boolean {
  if (answer.kind !== 'refused') return false
  return answer.code === 'NOT_FOUND' || /^not found\b/i.test(answer.detail)
}

/** A batch answers 200 whatever its commands came to. */
function failureInside(
  result: unknown,
): { kind: 'refused'; code: string; detail: string } | undefined {
  if (typeof result !== 'object' || result === null || !('result_error' in result)) return undefined
  const [first]: unknown[] = Object.values(result.result_error ?? {})
  if (typeof first !== 'object' || first === null) return undefined
  const { error, error_description: detail } = first as Record<string, unknown>
  return { kind: 'refused', code: String(error ?? ''), detail: String(detail ?? error ?? '') }
}
