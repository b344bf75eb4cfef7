import { createReasons } from '../channels/createReasons.ts'
import { type EngineReason, engineReasons } from '../delivery-log/engineReasons.ts'
import type { DeliverableEntry } from './attemptDelivery.ts'
import type { AttemptResult } from './attemptResult.ts'
import { attemptTraced } from './attemptTraced.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import type { TryOptions } from './tryOptions.ts'
import { logFailure } from './logAttempt.ts'
import { isSuspect } from './poisonPolicy.ts'
import { decideNextStep } from './retryPolicy.ts'

/**
 * One try of a claimed delivery. `held`: not now, it goes back to its lane. Undefined when it must not be made or the
 * engine failed: the lease runs out then.
 */
export async function makeTry(
  options: TryOptions,
  claim: ClaimedDelivery,
  controller: AbortController,
): Promise<AttemptResult | 'held' | undefined> {
  const timer = setTimeout(() => controller.abort(), options.attemptTimeoutMs)
  try {
    // Before the strike: settings that cannot be read are the engine's trouble and no mark against the delivery.
    const settings = await options.settingsOf(claim)
    if ('mustWait' in settings) return 'held'
    if ('cancelledBecause' in settings) return cancelled(claim, settings.cancelledBecause)
    if (isSuspect(claim) && !(await options.strike(claim))) return undefined
    return await resultOf(options, claim, settings, controller.signal)
  } catch (err) {
    logFailure(options.logger, claim, err)
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

function cancelled(claim: ClaimedDelivery, reason: EngineReason): AttemptResult {
  return {
    deliveryId: claim.id,
    fence: claim.attemptsStarted,
    channel: claim.channel,
    status: 'cancelled',
    outcome: 'rejected',
    code: 'CANCELLED',
    ...createReasons(engineReasons)(reason),
    messageId: null,
    durationMs: 0,
    delayMs: 0,
    request: null,
    response: null,
    isAttempt: false,
  }
}

async function resultOf(
  options: TryOptions,
  claim: ClaimedDelivery,
  settings: { entry: DeliverableEntry; retryDelaysMs: readonly number[] | null },
  signal: AbortSignal,
): Promise<AttemptResult> {
  const { attempt, durationMs, isSkipped, messageId } = await attemptTraced(options.tools, {
    deliveryId: claim.id,
    body: claim.body,
    entry: settings.entry,
    attemptNumber: claim.attemptsFinished + 1,
    signal,
  })
  const next = decideNextStep({
    attempt,
    attemptsFinished: claim.attemptsFinished + 1,
    ...(settings.retryDelaysMs ? { delaysMs: settings.retryDelaysMs } : {}),
    random: options.random,
  })
  return {
    deliveryId: claim.id,
    fence: claim.attemptsStarted,
    channel: claim.channel,
    status: isSkipped ? 'cancelled' : next.status,
    delayMs: next.status === 'retrying' ? next.delayMs : 0,
    outcome: attempt.outcome,
    code: attempt.code,
    reason: attempt.outcome === 'delivered' ? (attempt.note ?? null) : attempt.reason,
    reasons: attempt.reasons ?? null,
    messageId,
    durationMs,
    request: attempt.exchange.request,
    response: attempt.exchange.response,
    isAttempt: !isSkipped,
    ...(attempt.outcome === 'rejected' && attempt.isGone === true ? { isGone: true } : {}),
  }
}
