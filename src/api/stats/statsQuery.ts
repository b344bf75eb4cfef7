import * as z from 'zod'

import { FlowError } from '../../kernel/flowError.ts'
import { queryField } from '../../http/queryField.ts'

/** Parameters of `GET /api/events/stats`. */
export const statsQuery = z.strictObject({
  from: queryField.time,
  to: queryField.time,
  groupBy: z.enum(['day', 'hour']).optional(),
  locale: queryField.locale,
})

/** The period to count: from inclusive, to exclusive, and the size of its steps. */
export type StatsPeriod = { from: Date; to: Date; groupBy: 'day' | 'hour' }

const DAY_MS = 86_400_000
const longestDays = { day: 400, hour: 31 } as const

/** Fills in the last 30 days; throws FLOW_API_INPUT_INVALID for a period that is upside down or too long. */
export function statsPeriod(query: z.output<typeof statsQuery>, now: number): StatsPeriod {
  const { groupBy = 'day' } = query
  // The clock of the database may be a little ahead of ours; what happened just now counts.
  const to = query.to ?? new Date(now + 60_000)
  const from = query.from ?? new Date(to.getTime() - 30 * DAY_MS)
  const days = (to.getTime() - from.getTime()) / DAY_MS
  if (days <= 0) throw refused('from', 'must be earlier than to')
  if (days > longestDays[groupBy] + 1) {
    throw refused('from', `by ${groupBy} at most ${longestDays[groupBy]} days can be counted`)
  }
  return { from, to, groupBy }
}

function refused(field: string, message: string): FlowError {
  return new FlowError({
    code: 'FLOW_API_INPUT_INVALID',
    message: `the query cannot be used: ${field}: ${message}`,
    status: 400,
    details: { issues: [{ field, message }] },
  })
}
