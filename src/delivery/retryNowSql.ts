import { reopenPeriodsSql } from '../rollup/reopenPeriodsSql.ts'
import { dueNow } from './claimSql.ts'

/** Channel that tells workers of a delivery that has become due; the text is `<channel> <delivery id>`. */
export const DELIVERIES_NOTIFICATION = 'flowmasters_deliveries'

/**
 * A person's retry: due now and free. Parameters: id, states it may be in.
 *
 * The counters of tries stay. `attempts_finished` is what the schedule counts, so a delivery whose schedule is used up gets
 * exactly one more try, and one with steps left (cancelled, set aside, forced) goes on from where it was.
 * `attempts_started` is the fencing number and part of the ids of tries: lowering it would let a late result of a
 * dead worker pass for the new one. A delivery that was set aside starts with a clean slate. Statistics count its hour anew.
 */
export const retryNowSql = `
WITH moved AS (
  UPDATE event_deliveries
  SET status = 'pending', next_attempt_at = ${dueNow}, lease_token = NULL, lease_until = NULL, delivered_at = NULL,
    strikes = NULL
  WHERE id = $1 AND status::text = ANY($2::text[])
  RETURNING id, channel, next_attempt_at, created_at
),
reopened AS (${reopenPeriodsSql('deliveries', 'SELECT created_at FROM moved')})
SELECT id, next_attempt_at, pg_notify('${DELIVERIES_NOTIFICATION}', channel || ' ' || id) FROM moved`
