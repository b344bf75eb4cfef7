import type { Reason } from '../channels/reason.ts'
import type { MovedDelivery } from '../delivery/movedDelivery.ts'
import { jsonbText } from '../kernel/jsonbText.ts'
import type { Sql } from '../kernel/sql.ts'
import { receiverId } from './receiverId.ts'
import { addReceiversSql, lockReceiversSql } from './receiverSql.ts'
import { type ReceiverState, unknownReceiver } from './receiverState.ts'

type ReceiverRow = {
  id: string
  failures: string
  failing_since: Date | null
  proven_since: Date | null
  last_success_at: Date | null
  last_failure_at: Date | null
  last_code: string | null
  last_reason: string | null
  last_reasons: Reason[] | null
  is_alerted: boolean
}

/** The states of the receivers of these deliveries, held until the transaction ends; new ones get a row. */
export async function lockReceivers(
  sql: Sql,
  deliveries: readonly MovedDelivery[],
): Promise<Map<string, ReceiverState>> {
  const receivers = new Map(deliveries.map((delivery) => [receiverId(delivery), delivery]))
  const wire = [...receivers].map(([id, delivery]) => ({
    id,
    subscription: delivery.subscriptionId,
    subscription_name: delivery.subscriptionName,
    channel: delivery.channel,
    channel_entry: delivery.channelEntry,
    target: delivery.target,
  }))
  await sql.query(addReceiversSql, [jsonbText(wire)])
  const { rows } = await sql.query<ReceiverRow>(lockReceiversSql, [[...receivers.keys()]])
  const states = new Map(rows.map((row) => [row.id, toState(row)]))
  return new Map([...receivers.keys()].map((id) => [id, states.get(id) ?? unknownReceiver]))
}

function toState(row: ReceiverRow): ReceiverState {
  return {
    failures: Number(row.failures),
    failingSince: row.failing_since?.getTime() ?? null,
    provenSince: row.proven_since?.getTime() ?? null,
    lastSuccessAt: row.last_success_at?.getTime() ?? null,
    lastFailureAt: row.last_failure_at?.getTime() ?? null,
    lastCode: row.last_code,
    lastReason: row.last_reason,
    lastReasons: row.last_reasons,
    isAlerted: row.is_alerted,
  }
}
