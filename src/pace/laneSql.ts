/** A probe that was never heard of again (its delivery was cancelled, say) stands in nobody's way after this long. */
const PROBE_AGAIN = "interval '60 seconds'"

/** Waiting rows of a lane whose time has come, oldest first. Parameters: $1 subscription, $2 channel entries to leave out. */
const dueFirst = `
  SELECT d.id, d.next_attempt_at FROM event_deliveries d
  WHERE d.subscription = $1 AND d.gate = 'held' AND d.channel_entry <> ALL($2::varchar[])`

/**
 * The same for a subscription that keeps the order: of every document the first delivery that has not ended, unless it is
 * on its way, or an earlier event of the document still waits for its router. One statement, one snapshot: an event is
 * seen either waiting or with its deliveries.
 */
const headsFirst = `
  SELECT h.id, h.next_attempt_at FROM (
    SELECT d.id, d.event, d.gate, d.order_key, d.channel_entry, d.next_attempt_at,
      row_number() OVER (PARTITION BY d.channel_entry, coalesce(d.order_key, d.id)
        ORDER BY d.order_number, d.id) AS place
    FROM event_deliveries d WHERE d.subscription = $1 AND d.gate IS NOT NULL
  ) h
  WHERE h.place = 1 AND h.gate = 'held' AND h.channel_entry <> ALL($2::varchar[])
    AND (h.order_key IS NULL OR NOT EXISTS (
      SELECT 1 FROM event_logs mine JOIN event_logs earlier ON earlier.collection = mine.collection
        AND earlier.document_id = mine.document_id AND earlier.sequence < mine.sequence
      WHERE mine.id = h.event AND earlier.status = 'pending'))`

const letGo = (gate: string): string => `
UPDATE event_deliveries d SET gate = ${gate} FROM picked WHERE d.id = picked.id AND d.gate = 'held'
RETURNING d.id, d.channel,
  greatest(0, extract(epoch FROM d.next_attempt_at - now()) * 1000)::float8 AS delay_ms`

const isDue = "next_attempt_at <= date_trunc('milliseconds', now())"

/** Lets rows of a lane without a pace go. Parameters: subscription, entries left out, limit. */
export const releaseSql = `
WITH picked AS MATERIALIZED (${dueFirst} ORDER BY d.next_attempt_at, d.id LIMIT $3 FOR UPDATE SKIP LOCKED)
${letGo('NULL')}`

/** Lets rows of a paced lane go, which the caller has locked. Parameters as above. */
export const releasePacedSql = {
  anyOrder: releasePaced(dueFirst),
  keepOrder: releaseHeads(headsFirst),
}

/** The same for one channel entry. Parameters: subscription, entry, limit. */
export const releaseEntrySql = {
  anyOrder: releasePaced(forEntry(dueFirst, 'd')),
  keepOrder: releaseHeads(forEntry(headsFirst, 'h')),
}

function releasePaced(first: string): string {
  return `
WITH picked AS MATERIALIZED (${first} AND d.${isDue} ORDER BY d.next_attempt_at, d.id LIMIT $3 FOR UPDATE SKIP LOCKED)
${letGo("'passed'")}`
}

function releaseHeads(first: string): string {
  return `
WITH picked AS MATERIALIZED (SELECT id FROM (${first} AND h.${isDue}) f ORDER BY next_attempt_at, id LIMIT $3)
${letGo("'passed'")}`
}

/**
 * Lets one row go as the probe of a receiver whose rest is over; one process at a time gets to send it.
 * Parameters: subscription, receiver's entry, receiver's id, milliseconds the clock is moved by.
 */
export const releaseProbeSql = {
  anyOrder: probe(`${forEntry(dueFirst, 'd')} AND d.${isDue} ORDER BY d.next_attempt_at, d.id`),
  keepOrder: probe(`${forEntry(headsFirst, 'h')} AND h.${isDue} ORDER BY h.next_attempt_at, h.id`),
}

function forEntry(text: string, alias: string): string {
  return text.replace(`${alias}.channel_entry <> ALL($2::varchar[])`, `${alias}.channel_entry = $2`)
}

function probe(first: string): string {
  return `
WITH candidate AS MATERIALIZED (${first} LIMIT 1),
receiver AS (
  UPDATE event_breakers SET probed_at = now()
  WHERE id = $3 AND open_until <= now() + $4 * interval '1 millisecond'
    AND (probed_at IS NULL OR probed_at < now() - ${PROBE_AGAIN}) AND EXISTS (SELECT 1 FROM candidate)
  RETURNING id
),
picked AS (SELECT id FROM candidate WHERE EXISTS (SELECT 1 FROM receiver))
${letGo("'probe'")}`
}

/** Locks a paced lane, or an account, and tells how it stands. Parameter: subscription or account. */
export const lockLaneSql = `
INSERT INTO event_paces (id, created_at) VALUES ($1, now()) ON CONFLICT (id) DO UPDATE SET id = excluded.id
RETURNING tokens, refilled_at, clock_timestamp() AS now`

/** How many of a lane are on their way. A statement of its own: after the lock, with what others have committed. */
export const passedSql = `
SELECT count(*)::int AS passed FROM event_deliveries
WHERE subscription = $1 AND gate IS NOT NULL AND gate <> 'held'`

/** Parameters: subscription or account, tokens, when. */
export const saveBucketSql = 'UPDATE event_paces SET tokens = $2, refilled_at = $3 WHERE id = $1'

/** Takes what is due of a lane out of the way of others; the second word on the gate is that of the index. Parameters: subscription, channel entry or null, limit. */
export const parkSql = `
WITH due AS MATERIALIZED (
  SELECT id FROM event_deliveries
  WHERE status IN ('pending', 'retrying') AND gate IS NULL AND gate IS DISTINCT FROM 'held' AND next_attempt_at <= now()
    AND subscription = $1 AND ($2::varchar IS NULL OR channel_entry = $2)
  LIMIT $3 FOR UPDATE SKIP LOCKED
)
UPDATE event_deliveries d SET gate = 'held' FROM due WHERE d.id = due.id`
