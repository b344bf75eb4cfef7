import type { FaultReport, FaultWorld } from './faultCase.ts'

/** The report of a case that is not about events on the wire. */
export function uncountedReport(
  { losses }: Pick<FaultWorld, 'losses'>,
  told: Pick<FaultReport, 'rounds' | 'problems'> & Partial<FaultReport>,
): FaultReport {
  return {
    kills: losses.kills(),
    ...{ events: 0, lost: 0, ghosts: 0, duplicates: 0 },
    inFlight: losses.inFlight(),
    longestRecoveryMs: 0,
    ...told,
  }
}
