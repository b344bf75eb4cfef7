import type { Check } from './check.ts'
import { checkAlarms } from './checkAlarms.ts'
import { checkEvents } from './checkEvents.ts'
import { checkLog } from './checkLog.ts'
import { checkMails } from './checkMails.ts'
import { checkWebhooks } from './checkWebhooks.ts'
import type { Evidence } from './evidence.ts'

/** Everything that must agree at the end of the day. */
export function crossCheck(evidence: Evidence): Check[] {
  return [
    ...checkEvents(evidence),
    ...checkWebhooks(evidence),
    ...checkMails(evidence),
    ...checkLog(evidence),
    ...checkAlarms(evidence),
  ]
}
