/** Channel that wakes schedules; the payload is empty, the rows are the message. */
export const SCHEDULE_NOTIFICATION = 'flowmasters_schedule'

/** Runs of one job that are kept. */
export const RUNS_KEPT = 100

/** $1 id, $2 label, $3 schedule in words, $4 repeat, $5 next due time, $6 now. A new schedule gets a new due time. */
export const defineSql = `
INSERT INTO scheduled_jobs (id, label, schedule, repeat, enabled, next_run_at, failures, state, defined_at)
VALUES ($1, $2, $3, $4, true, $5, 0, '{}', $6)
ON CONFLICT (id) DO UPDATE SET label = excluded.label, schedule = excluded.schedule, repeat = excluded.repeat,
  defined_at = excluded.defined_at,
  next_run_at = CASE WHEN scheduled_jobs.repeat = excluded.repeat THEN scheduled_jobs.next_run_at ELSE excluded.next_run_at END`

/** $1 the jobs of this process, $2 when a job counts as gone. Its switch is remembered for that long. */
export const forgetJobsSql = `
DELETE FROM scheduled_jobs WHERE defined_at < $2 AND NOT (id = ANY($1))
  AND (lease_until IS NULL OR lease_until < clock_timestamp())`

/** $1 the jobs of this process. */
export const lookSql = `
SELECT id, enabled, next_run_at AS "nextRunAt", last_due_at AS "lastDueAt", failures,
  run_requested_at IS NOT NULL AS "isRequested",
  coalesce(lease_until >= clock_timestamp(), false) AS "isLeased", lease_until AS "leaseUntil"
FROM scheduled_jobs WHERE id = ANY($1)`

/** $1 id, $2 due time seen, $3 due time it should have. */
export const moveDueSql = `
UPDATE scheduled_jobs SET next_run_at = $3 WHERE id = $1 AND next_run_at = $2`

/**
 * $1 job, $2 run (it is the lease's token), $3 lease in ms, $4 now, $5 host. One row when the job is ours. A run whose
 * lease has run out is written off; its due time still stands, so it is this one that makes up for it.
 */
export const claimSql = `
WITH free AS (
  SELECT id, next_run_at, run_requested_at, run_requested_by, failures, state, resumed_at FROM scheduled_jobs
  WHERE id = $1 AND (lease_until IS NULL OR lease_until < clock_timestamp())
    AND (run_requested_at IS NOT NULL OR (enabled AND next_run_at <= $4))
  FOR UPDATE SKIP LOCKED
),
taken AS (
  UPDATE scheduled_jobs j SET lease_token = $2, lease_until = clock_timestamp() + $3 * interval '1 millisecond',
    run_requested_at = NULL, run_requested_by = NULL, last_started_at = $4
  FROM free WHERE j.id = free.id
  RETURNING j.id
),
lost AS (
  UPDATE scheduled_runs SET outcome = 'lost', finished_at = $4
  WHERE job = $1 AND outcome = 'running' AND id <> $2 AND EXISTS (SELECT 1 FROM taken)
)
INSERT INTO scheduled_runs (id, job, trigger, requested_by, due_at, started_at, outcome, host)
SELECT $2, free.id,
  (CASE WHEN run_requested_at IS NOT NULL THEN 'manual' WHEN failures > 0 THEN 'retry' ELSE 'schedule' END)::enum_scheduled_runs_trigger,
  run_requested_by, CASE WHEN next_run_at <= $4 THEN next_run_at END, $4, 'running', $5
FROM free JOIN taken ON taken.id = free.id
RETURNING trigger, due_at AS "dueAt", (SELECT state FROM free) AS state, (SELECT failures FROM free) AS failures,
  (SELECT resumed_at FROM free) AS "resumedAt"`

/** $1 job, $2 run, $3 lease in ms. No row: the lease is another's. */
export const prolongSql = `
UPDATE scheduled_jobs SET lease_until = clock_timestamp() + $3 * interval '1 millisecond'
WHERE id = $1 AND lease_token = $2 RETURNING id`

/**
 * $1 job, $2 run, $3 next due time, $4 due time that is done (null: none), $5 now, $6 duration in ms, $7 outcome, $8 error,
 * $9 found, $10 emitted, $11 failures in a row, $12 state (null: as it was). Writes nothing when the lease is another's.
 */
export const finishSql = `
WITH done AS (
  UPDATE scheduled_jobs SET lease_token = NULL, lease_until = NULL, next_run_at = $3,
    last_due_at = coalesce($4, last_due_at), last_finished_at = $5, last_duration_ms = $6,
    last_outcome = $7::text::enum_scheduled_jobs_last_outcome,
    last_error = $8, last_found = $9, last_emitted = $10, failures = $11, state = coalesce($12, state)
  WHERE id = $1 AND lease_token = $2
  RETURNING id
),
old AS (
  DELETE FROM scheduled_runs WHERE job = $1 AND id < (
    SELECT id FROM scheduled_runs WHERE job = $1 ORDER BY id DESC OFFSET ${RUNS_KEPT - 1} LIMIT 1
  ) AND EXISTS (SELECT 1 FROM done)
)
UPDATE scheduled_runs SET finished_at = $5, duration_ms = $6, outcome = $7::text::enum_scheduled_runs_outcome,
  error = $8, found = $9, emitted = $10
WHERE id = $2 AND EXISTS (SELECT 1 FROM done)
RETURNING id`

/** $1 job, $2 who, $3 now. */
export const requestSql = `
UPDATE scheduled_jobs SET run_requested_at = coalesce(run_requested_at, $3), run_requested_by = coalesce(run_requested_by, $2)
WHERE id = $1 RETURNING id`

/** $1 job, $2 on or off, $3 now. */
export const switchSql = `
UPDATE scheduled_jobs SET enabled = $2, resumed_at = CASE WHEN $2 AND NOT enabled THEN $3 ELSE resumed_at END
WHERE id = $1 RETURNING id`
