import { isRenewed } from '../channels/isRenewed.ts'
import { expiryWarning } from '../credentials/credentialHealth.ts'
import { CREDENTIALS, loadCredentials } from '../credentials/credentialStore.ts'
import type { StoredCredential } from '../credentials/storedCredential.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import type { JobReport } from '../schedule/scheduledJob.ts'
import type { FlowRuntime } from './flowRuntime.ts'

const HOUR_MS = 3_600_000

/** Parameters: id, the warning. Only what changes is counted, so that each warning is given once. */
const warnSql = `
UPDATE channel_credentials SET expiry_warning = $2::numeric
WHERE id::text = $1 AND expiry_warning IS DISTINCT FROM $2::numeric`

/**
 * Renews tokens that end within two hours, so that accounts nobody writes with stay connected, and marks what people
 * have to renew: 30 and 7 days before the end and at the end. The marks show on the dashboard; each is logged once.
 */
export async function watchCredentials(
  runtime: FlowRuntime,
  { now, signal }: { now: number; signal: AbortSignal },
): Promise<JobReport> {
  const { channels, refresher } = runtime
  const payload = runtime.payload()
  const credentials = [...(await loadCredentials({ payload, channels })).values()]
  let renewed = 0
  let warned = 0
  for (const credential of credentials) {
    if (signal.aborted) break
    const { channel, expiresAt, secrets } = credential
    if (isRenewed(channels.get(channel), Object.keys(secrets))) {
      const outcome = await refresher.fresh(credential, 2 * HOUR_MS)
      if (outcome.isOk && outcome.credential !== credential) renewed += 1
      continue
    }
    if (await warn(runtime, credential, expiryWarning(expiresAt, now))) warned += 1
  }
  return { found: credentials.length, emitted: renewed + warned }
}

/** Keeps the warning with the credentials; true and a line in the log when it is a new one. */
async function warn(
  runtime: FlowRuntime,
  { channel, expiresAt, id, name }: StoredCredential,
  warning: number | null,
): Promise<boolean> {
  const payload = runtime.payload()
  const sql = await sqlOfRequest(payload)
  const { rowCount } = await sql.query(warnSql, [id, warning])
  if (rowCount !== 1 || warning === null) return false
  payload.logger.warn({
    msg: `flowmasters: credentials ${warning === 0 ? 'have expired' : `expire within ${warning} days`}`,
    ...{ collection: CREDENTIALS, id, name, channel },
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
  })
  return true
}
