import { jsonbText } from '../kernel/jsonbText.ts'
import type { Sql } from '../kernel/sql.ts'
import type { AttemptResult } from './attemptResult.ts'
import type { MovedDelivery } from './movedDelivery.ts'
import { writeResultsSql } from './writeResultsSql.ts'

type MovedRow = {
  id: string
  event: string
  event_type: string
  subscription: string
  subscription_name: string | null
  channel: string
  channel_entry: string
  target: string | null
  number: string
  created_at: Date
}

/** Writes results and attempt rows of the leases of `token`; returns those whose lease was not lost. */
export async function writeResultRows(
  sql: Sql,
  results: readonly AttemptResult[],
  token: string,
): Promise<MovedDelivery[]> {
  const { rows } = await sql.query<MovedRow>(writeResultsSql, [resultsJson(results), token])
  return rows.map((row) => ({
    id: row.id,
    eventId: row.event,
    eventType: row.event_type,
    subscriptionId: row.subscription,
    subscriptionName: row.subscription_name,
    channel: row.channel,
    channelEntry: row.channel_entry,
    target: row.target,
    attemptsFinished: Number(row.number),
    createdAt: row.created_at,
  }))
}

/** Short names keep the batch small; `writeResultsSql` spells them out. */
export function resultsJson(results: readonly AttemptResult[]): string {
  return jsonbText(
    results.map((result) => ({
      id: result.deliveryId,
      fence: result.fence,
      status: result.status,
      delay_ms: result.delayMs,
      attempt_id: result.isAttempt ? attemptId(result) : null,
      outcome: result.outcome,
      code: result.code,
      reason: result.reason,
      reasons: result.reasons,
      message_id: result.messageId,
      duration_ms: result.durationMs,
      request: result.request,
      response: result.response,
    })),
  )
}

/** Derived, so that writing the same result twice cannot make two rows. */
function attemptId({ deliveryId, fence }: AttemptResult): string {
  return `${deliveryId.replace(/^dlv_/, 'att_')}_${fence}`
}
