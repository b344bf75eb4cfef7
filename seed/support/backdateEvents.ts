import type { Sql } from '../../src/kernel/sql.ts'

/**
 * Moves the log of what was seeded to when it is told to have happened: routing, deliveries and attempts keep the time they
 * took. The seed's events are those that were written since `since` and tell of a time before it; whoever uses the
 * site meanwhile makes events of the present.
 */
export async function backdateEvents(sql: Sql, since: string): Promise<void> {
  const seeded = `select id, timestamp - created_at as shift from event_logs
    where created_at >= $1 and timestamp < $1::timestamptz - interval '5 minutes'`
  await sql.query(
    `with seeded as (${seeded}),
     attempts as (
       update event_attempts a set created_at = a.created_at + s.shift
       from seeded s where a.event = s.id
     ),
     deliveries as (
       update event_deliveries d set created_at = d.created_at + s.shift,
         delivered_at = d.delivered_at + s.shift, next_attempt_at = d.next_attempt_at + s.shift
       from seeded s where d.event = s.id
     )
     update event_logs e set created_at = e.timestamp, routed_at = e.routed_at + s.shift
     from seeded s where e.id = s.id`,
    [since],
  )
}
