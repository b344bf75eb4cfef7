import type { Sql } from '../kernel/sql.ts'

/** The circuit of one channel entry is open: nothing is sent until then, except probes afterwards. */
export type OpenCircuit = { entryId: string; channel: string; openUntil: string; trips: number }

/** How a subscription's lane stands. */
export type LaneState = {
  /** Deliveries that wait for their turn. */
  waiting: number
  circuits: OpenCircuit[]
}

const statesSql = `
SELECT subscription, 'waiting' AS kind, count(*)::int AS count, NULL AS entry, NULL AS channel,
  NULL::timestamptz AS open_until
FROM event_deliveries WHERE gate = 'held' GROUP BY subscription
UNION ALL
SELECT subscription, 'circuit', trips::int, channel_entry, channel, open_until
FROM event_breakers WHERE open_until IS NOT NULL`

type Row = { subscription: string; count: number } & (
  | { kind: 'waiting' }
  | { kind: 'circuit'; entry: string; channel: string; open_until: Date }
)

/** All lanes in which something waits or rests, by subscription. */
export async function readLaneStates(sql: Sql): Promise<Map<string, LaneState>> {
  const { rows } = await sql.query<Row>(statesSql)
  const states = new Map<string, LaneState>()
  for (const row of rows) {
    const state = states.get(row.subscription) ?? { waiting: 0, circuits: [] }
    if (row.kind === 'waiting') state.waiting = row.count
    else {
      const { channel, count: trips, entry: entryId, open_until: openUntil } = row
      state.circuits.push({ entryId, channel, openUntil: openUntil.toISOString(), trips })
    }
    states.set(row.subscription, state)
  }
  return states
}
