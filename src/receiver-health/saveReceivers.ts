import type { MovedDelivery } from '../delivery/movedDelivery.ts'
import { isoOrNull } from '../kernel/isoOrNull.ts'
import { jsonbText } from '../kernel/jsonbText.ts'
import type { Sql } from '../kernel/sql.ts'
import { receiverId } from './receiverId.ts'
import { saveReceiversSql } from './receiverSql.ts'
import type { ReceiverState } from './receiverState.ts'

/** Writes states that are held locked, with the names of the deliveries they come from. */
export async function saveReceivers(
  sql: Sql,
  states: ReadonlyMap<string, ReceiverState>,
  deliveries: readonly MovedDelivery[],
): Promise<void> {
  const names = new Map(deliveries.map((delivery) => [receiverId(delivery), delivery]))
  const wire = [...states].map(([id, state]) => ({
    id,
    subscription_name: names.get(id)?.subscriptionName ?? null,
    target: names.get(id)?.target ?? null,
    failures: state.failures,
    failing_since: isoOrNull(state.failingSince),
    proven_since: isoOrNull(state.provenSince),
    last_success_at: isoOrNull(state.lastSuccessAt),
    last_failure_at: isoOrNull(state.lastFailureAt),
    last_code: state.lastCode,
    last_reason: state.lastReason,
    last_reasons: state.lastReasons,
    is_alerted: state.isAlerted,
  }))
  await sql.query(saveReceiversSql, [jsonbText(wire)])
}
