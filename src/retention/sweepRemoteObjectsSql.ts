/**
 * Ids of objects in accounts that are gone: nobody will ask for them. Accounts are few, so they are walked through instead of
 * the rows. Only of channels that are there: entries of others cannot be seen. Rows of the last hour stay: their entry may be younger
 * than the list. Parameters: accounts of entries that are there, channels, how many. One row: `swept`.
 */
export const sweepRemoteObjectsSql = `
WITH RECURSIVE accounts AS (
  (SELECT account FROM remote_objects ORDER BY account LIMIT 1)
  UNION ALL
  SELECT (SELECT t.account FROM remote_objects t WHERE t.account > a.account ORDER BY t.account LIMIT 1)
  FROM accounts a WHERE a.account IS NOT NULL
), gone AS (
  SELECT account FROM accounts a
  WHERE a.account IS NOT NULL AND NOT (a.account = ANY($1::varchar[]))
    AND NOT EXISTS (SELECT 1 FROM channel_credentials c WHERE 'credentials:' || c.id = a.account)
), picked AS MATERIALIZED (
  SELECT t.id FROM gone g JOIN remote_objects t ON t.account = g.account
  WHERE t.channel = ANY($2::varchar[]) AND t.learnt_at < now() - interval '1 hour'
  LIMIT $3
), swept AS (
  DELETE FROM remote_objects t USING picked p WHERE t.id = p.id RETURNING t.id
)
SELECT count(*)::int AS swept FROM swept`
