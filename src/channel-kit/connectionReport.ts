import type { Attempt } from '../channels/attempt.ts'
import type { ConnectionReport } from '../channels/channel.ts'

/** What a check of the account came to, judged the way a delivery is: `account` is whose it is when all went well. */
export function connectionReport(attempt: Attempt, account: string): ConnectionReport {
  if (attempt.outcome === 'delivered') return { isOk: true, account }
  const { code, reason, reasons } = attempt
  return { isOk: false, code, reason, ...(reasons === undefined ? {} : { reasons }) }
}
