import type { Payload } from 'payload'

import { accountTarget } from '../channels/accountTarget.ts'
import type { RefreshReport } from '../channels/channel.ts'
import type { ChannelRegistry } from '../channels/channelRegistry.ts'
import { isRenewed } from '../channels/isRenewed.ts'
import { reasonOfError } from '../channels/reasonOfError.ts'
import { lockRow } from '../database/lockRowStore.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import type { HttpClient } from '../egress/httpClient.ts'
import type { Clock } from '../kernel/clock.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { Sql } from '../kernel/sql.ts'
import { accountGroup } from './accountGroup.ts'
import type { CredentialRefresher, RefreshOutcome } from './credentialRefresher.ts'
import { CREDENTIALS, readCredential } from './credentialStore.ts'
import { openCredential, type VaultKeys } from './openCredential.ts'
import { sealAccount } from './sealAccount.ts'
import type { CredentialCheck, StoredCredential } from './storedCredential.ts'

/** What the refresher works with; `raise` tells every process that credentials have changed. */
export type CredentialRefresherOptions = VaultKeys & {
  payload: () => Payload
  channels: ChannelRegistry
  http: HttpClient
  clock: Clock
  raise: (sql: Sql) => Promise<void>
}

/** Credentials count as expired so long before their end: a try takes up to 40 s. */
const MARGIN_MS = 60_000
const CALL_MS = 20_000
/** After a failure everybody takes its answer for so long instead of asking again at once. */
const QUIET_MS = 30_000

/**
 * One renewal per credential at a time: within a process everybody waits for the same promise, between processes for the
 * lock of the row, and whoever gets it looks first whether somebody else has renewed meanwhile. The new
 * tokens are committed before anybody hears of them.
 */
export function createCredentialRefresher(
  options: CredentialRefresherOptions,
): CredentialRefresher {
  const running = new Map<string, Promise<RefreshOutcome>>()
  return {
    fresh: async (credential, marginMs = MARGIN_MS) => {
      if (!isDue(credential, options, marginMs)) return { isOk: true, credential }
      const known = running.get(credential.id)
      if (known) return known
      const begun = refreshLocked(credential.id, options, marginMs).finally(() =>
        running.delete(credential.id),
      )
      running.set(credential.id, begun)
      return begun
    },
  }
}

function isDue(
  { channel, expiresAt, secrets }: StoredCredential,
  { channels, clock }: CredentialRefresherOptions,
  marginMs: number,
): boolean {
  if (expiresAt === null || !channels.has(channel)) return false
  const isOurs = isRenewed(channels.get(channel), Object.keys(secrets))
  return isOurs && expiresAt - clock.now() <= marginMs
}

async function refreshLocked(
  id: string,
  options: CredentialRefresherOptions,
  marginMs: number,
): Promise<RefreshOutcome> {
  const payload = options.payload()
  const transactionID = await payload.db.beginTransaction()
  const req = transactionID === null ? {} : { transactionID }
  try {
    const sql = await sqlOfRequest(payload, req)
    await lockRow({ payload, req, collection: CREDENTIALS, id })
    const stored = await readCredential(id, { payload, channels: options.channels, req })
    const outcome = stored ? await judge(stored, options, marginMs) : gone()
    if ('write' in outcome) {
      await payload.db.updateOne({
        collection: CREDENTIALS,
        id,
        data: outcome.write,
        req,
        returning: false,
      })
      await options.raise(sql)
    }
    const renewed =
      'write' in outcome && outcome.report.isOk
        ? await readCredential(id, { payload, channels: options.channels, req })
        : undefined
    if (transactionID !== null) await payload.db.commitTransaction(transactionID)
    if (!('write' in outcome)) return outcome
    if (renewed) return { isOk: true, credential: renewed }
    return outcome.report.isOk ? gone() : outcome.report
  } catch (error) {
    if (transactionID !== null) await payload.db.rollbackTransaction(transactionID)
    throw error
  }
}

type Written = { report: RefreshReport; write: Record<string, unknown> }

/** With the lock held: what another process did meanwhile counts, else the service is asked. */
async function judge(
  stored: StoredCredential,
  options: CredentialRefresherOptions,
  marginMs: number,
): Promise<RefreshOutcome | Written> {
  if (!isDue(stored, options, marginMs)) return { isOk: true, credential: stored }
  const recent = recentFailure(stored, options.clock.now())
  if (recent) return recent
  const report = await askService(stored, options)
  return { report, write: rowOf(stored, report, options) }
}

function recentFailure({ lastCheck }: StoredCredential, now: number): RefreshOutcome | undefined {
  if (lastCheck?.kind !== 'refresh' || lastCheck.isOk) return undefined
  if (now - Date.parse(lastCheck.at) >= QUIET_MS) return undefined
  return {
    isOk: false,
    isFinal: false,
    code: lastCheck.code ?? 'REFRESH_FAILED',
    reason: lastCheck.reason ?? 'the tokens could not be renewed',
    ...(lastCheck.reasons ? { reasons: lastCheck.reasons } : {}),
  }
}

async function askService(
  stored: StoredCredential,
  options: CredentialRefresherOptions,
): Promise<RefreshReport> {
  const { channels, clock, http } = options
  const channel = channels.get(stored.channel)
  try {
    const report = await channel.refresh?.({
      target: accountTarget(channel, stored.values),
      secrets: openCredential(stored, options),
      http,
      signal: AbortSignal.timeout(CALL_MS),
      now: clock.now,
    })
    if (report) return report
    throw new Error('the channel renews nothing')
  } catch (error) {
    if (error instanceof FlowError) {
      return { isOk: false, code: error.code, ...reasonOfError(error), isFinal: false }
    }
    const detail = error instanceof Error ? error.message : String(error)
    return { isOk: false, code: 'CHANNEL_FAILED', reason: detail, isFinal: false }
  }
}

function rowOf(
  stored: StoredCredential,
  report: RefreshReport,
  { channels, clock, keyRing }: CredentialRefresherOptions,
): Record<string, unknown> {
  const lastCheck: CredentialCheck = {
    at: new Date(clock.now()).toISOString(),
    kind: 'refresh',
    isOk: report.isOk,
    account: null,
    code: report.isOk ? null : report.code,
    reason: report.isOk ? null : report.reason,
    reasons: report.isOk ? null : (report.reasons ?? null),
  }
  if (!report.isOk) return { lastCheck }
  const account = sealAccount({
    channel: channels.get(stored.channel),
    given: { ...stored.values, ...report.secrets },
    kept: (field) => stored.secrets[field],
    isGiven: (value): value is string => typeof value === 'string' && value !== '',
    vaultId: stored.vaultId,
    keyRing,
  })
  const expiresAt = report.expiresAt === null ? null : new Date(report.expiresAt).toISOString()
  return { lastCheck, expiresAt, [accountGroup(stored.channel)]: account }
}

function gone(): RefreshOutcome {
  return {
    isOk: false,
    isFinal: true,
    code: 'FLOW_CREDENTIAL_GONE',
    reason: 'the stored credentials were deleted meanwhile',
    reasons: [{ key: 'FLOW_CREDENTIAL_GONE', params: {} }],
  }
}
