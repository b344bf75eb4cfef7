import { accountTarget } from '../channels/accountTarget.ts'
import type { ConnectionReport } from '../channels/channel.ts'
import { reasonOfError } from '../channels/reasonOfError.ts'
import { openCredential } from '../credentials/openCredential.ts'
import type { CredentialCheck, StoredCredential } from '../credentials/storedCredential.ts'
import { maskText } from '../delivery/maskValues.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { FlowRuntime } from './flowRuntime.ts'

const CHECK_MS = 20_000

/**
 * Asks the service whether the account may be used; nothing is sent to anybody. Never throws for what a service or a
 * channel does. Throws FLOW_CREDENTIAL_NO_CHECK when the channel has no check.
 */
export async function checkCredential(
  runtime: FlowRuntime,
  credential: StoredCredential,
): Promise<CredentialCheck> {
  const { channels, clock, http, refresher } = runtime
  const channel = channels.get(credential.channel)
  const { testConnection } = channel
  if (!testConnection) throw noCheck(credential.channel)
  let secrets: Record<string, string> = {}
  const report = await settled(async () => {
    const fresh = await refresher.fresh(credential)
    if (!fresh.isOk) return fresh
    secrets = openCredential(fresh.credential, runtime)
    return testConnection({
      target: accountTarget(channel, fresh.credential.values),
      ...{ http, secrets },
      signal: AbortSignal.timeout(CHECK_MS),
      now: clock.now,
    })
  })
  // A service may quote a token in its answer.
  const masked = (text: string): string => maskText(text, Object.values(secrets))
  const at = new Date(clock.now()).toISOString()
  const base = { at, kind: 'test' } as const
  if (report.isOk) {
    const { account } = report
    return {
      ...base,
      isOk: true,
      account: masked(account),
      ...{ code: null, reason: null, reasons: null },
    }
  }
  const { code, reason, reasons = null } = report
  return {
    ...base,
    isOk: false,
    account: null,
    code,
    reason: masked(reason),
    // Parameters may quote as well: where something was masked, the sentence stands alone.
    reasons: JSON.stringify(reasons) === masked(JSON.stringify(reasons)) ? reasons : null,
  }
}

async function settled(ask: () => Promise<ConnectionReport>): Promise<ConnectionReport> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof FlowError) {
      return { isOk: false, code: error.code, ...reasonOfError(error) }
    }
    const detail = error instanceof Error ? error.message : String(error)
    const reasons = [{ key: 'channel_failed', params: { detail } }]
    return { isOk: false, code: 'CHANNEL_FAILED', reason: detail, reasons }
  }
}

function noCheck(channel: string): FlowError {
  return new FlowError({
    code: 'FLOW_CREDENTIAL_NO_CHECK',
    message: `the channel "${channel}" has no check of its connection`,
    hint: 'Send a test from a subscription instead.',
    status: 400,
    details: { channel },
  })
}
