import type { Attempt } from '../channels/attempt.ts'
import { reasonOfError } from '../channels/reasonOfError.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { JsonObject } from '../kernel/json.ts'

/**
 * The attempt that an error of ours comes to when nothing was sent: a template that failed, an address that is none.
 * It is final, because the same event gives the same error. `request` says what was to be sent, without secrets.
 * Anything but a FlowError is a bug and thrown on.
 */
export function refusedBy(error: unknown, request: JsonObject = {}): Attempt {
  if (!(error instanceof FlowError)) throw error
  const { reason, reasons } = reasonOfError(error)
  return {
    outcome: 'rejected',
    code: error.code,
    reason: error.hint === undefined ? reason : `${reason} ${error.hint}`,
    reasons,
    exchange: { request, response: null },
  }
}
