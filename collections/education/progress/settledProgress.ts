/** The parts of a lesson's progress that belong together. */
export type ProgressState = {
  status?: string | null | undefined
  percent?: number | null | undefined
  secondsWatched?: number | null | undefined
  startedAt?: string | null | undefined
  completedAt?: string | null | undefined
  lastActivityAt?: string | null | undefined
}

type SettledProgressOptions = {
  /** What is to be written; status is already checked against the stored one. */
  given: ProgressState
  /** The row as it stands; null on creation. */
  stored: ProgressState | null
  /** ISO 8601. */
  now: string
}

/**
 * Makes status, percent and dates agree: 100 % is completed and completed is 100 %; more than 0 % has begun; going back to
 * the start is a reset. Pure.
 */
export function settledProgress({ given, now, stored }: SettledProgressOptions): ProgressState {
  if (isReset(given, stored)) {
    return { status: 'not_started', percent: 0, startedAt: null, completedAt: null }
  }
  const reached = stateReached(given)
  // On creation dates that code brought along (an import) are kept.
  const { completedAt, startedAt } = stored ?? given
  return {
    ...reached,
    startedAt: reached.status === 'not_started' ? null : (startedAt ?? now),
    completedAt: reached.status === 'completed' ? (completedAt ?? now) : null,
    lastActivityAt: activityOf({ given: { ...given, ...reached }, stored, now }),
  }
}

function isReset(given: ProgressState, stored: ProgressState | null): boolean {
  return given.status === 'not_started' && stored !== null && stored.status !== 'not_started'
}

function stateReached({ percent, status }: ProgressState): { status: string; percent: number } {
  const whole = Math.round(percent ?? 0)
  if (status === 'completed' || whole >= 100) return { status: 'completed', percent: 100 }
  if (status === 'in_progress' || whole > 0) return { status: 'in_progress', percent: whole }
  return { status: 'not_started', percent: 0 }
}

function activityOf({ given, now, stored }: SettledProgressOptions): string | null | undefined {
  if (stored === null) {
    return given.status === 'not_started' ? given.lastActivityAt : (given.lastActivityAt ?? now)
  }
  const hasMoved =
    given.status !== stored.status ||
    given.percent !== (stored.percent ?? 0) ||
    (given.secondsWatched ?? 0) !== (stored.secondsWatched ?? 0)
  return hasMoved ? now : given.lastActivityAt
}
