import type { AttemptResult } from '../delivery/attemptResult.ts'
import type { ReceiverState } from './receiverState.ts'

/** What a try is judged by. */
export type JudgedTry = {
  result: Pick<AttemptResult, 'outcome' | 'status' | 'code' | 'reason' | 'reasons' | 'isGone'>
  /** Tries of its delivery that came to an end, this one included. */
  attemptsFinished: number
  /** Whether what was delivered is itself an event about a delivery. */
  isOperational: boolean
}

/** What follows from a try. */
export type Verdict = {
  state: ReceiverState
  /** At most one event about the delivery. */
  told: 'failing' | 'exhausted' | 'recovered' | null
  /** Why the channel entry is to be switched off. */
  disable: 'gone' | 'failing' | null
}

/** The failed try of one delivery that makes it worth telling. */
const FAILING_AT = 4

const HOUR_MS = 3_600_000

/** A receiver that took nothing for so long is switched off. */
export const DISABLE_AFTER_MS = 5 * 24 * HOUR_MS

/** Longer than any wait of the schedule with its jitter. A receiver that was not tried for longer may have been well meanwhile. */
const SILENCE_MS = 36 * HOUR_MS

/**
 * The one place that decides what a result means for its receiver. Nothing is told of deliveries of operational events,
 * so that telling comes to an end; they count all the same.
 */
export function judgeResult(state: ReceiverState, tried: JudgedTry, now: number): Verdict {
  return tried.result.outcome === 'delivered'
    ? judgeSuccess(state, tried, now)
    : judgeFailure(state, tried, now)
}

function judgeSuccess(state: ReceiverState, { isOperational }: JudgedTry, now: number): Verdict {
  const isTold = state.isAlerted && !isOperational
  return {
    state: {
      ...state,
      failures: 0,
      failingSince: null,
      provenSince: null,
      lastSuccessAt: now,
      isAlerted: state.isAlerted && !isTold,
    },
    told: isTold ? 'recovered' : null,
    disable: null,
  }
}

function judgeFailure(state: ReceiverState, tried: JudgedTry, now: number): Verdict {
  const { attemptsFinished, isOperational, result } = tried
  const wasSilent = state.lastFailureAt === null || now - state.lastFailureAt > SILENCE_MS
  const provenSince = wasSilent ? now : (state.provenSince ?? now)
  const told = isOperational ? null : tellingOf(result.status, attemptsFinished)
  return {
    state: {
      ...state,
      failures: state.failures + 1,
      failingSince: state.failingSince ?? now,
      provenSince,
      lastFailureAt: now,
      lastCode: result.code,
      lastReason: result.reason,
      lastReasons: result.reasons,
      isAlerted: state.isAlerted || told !== null,
    },
    told,
    disable: disablingOf(result.isGone === true, now - provenSince),
  }
}

function tellingOf(status: string, attemptsFinished: number): 'failing' | 'exhausted' | null {
  if (status === 'dead') return 'exhausted'
  return attemptsFinished === FAILING_AT ? 'failing' : null
}

function disablingOf(isGone: boolean, provenMs: number): Verdict['disable'] {
  if (isGone) return 'gone'
  return provenMs >= DISABLE_AFTER_MS ? 'failing' : null
}
