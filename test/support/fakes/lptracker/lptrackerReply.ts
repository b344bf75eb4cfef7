import type { LoopbackReply } from '../startLoopback.ts'

/** Success as LPTracker says it. */
export const lptrackerDone = (result: unknown): LoopbackReply =>
  reply({ status: 'success', result })

/** A failure as LPTracker says it: under 200. */
export const lptrackerFailure = (code: number, message: string): LoopbackReply =>
  reply({ status: 'error', errors: [{ code, message }] })

function reply(body: object): LoopbackReply {
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}
