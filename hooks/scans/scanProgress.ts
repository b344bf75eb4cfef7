import type { JsonObject } from '../../src/kernel/json.ts'
import type { Scan, ScanPass } from './scan.ts'

const YEAR_MS = 365 * 86_400_000
/** Saves that began before a look and were committed after it are found by the next one. */
const OVERLAP_MS = 15 * 60_000

/** What a look covers: documents that fell due after `from`. Milliseconds since the Unix epoch. */
export type Coverage = { from: number; isSweep: boolean }

type Run = {
  state: JsonObject
  now: number
  /** A person asked: look at everything. */
  isAsked: boolean
  resumedAt: number | null
}

/** Everything, or what has fallen due since the last look; never what fell due while the scan was switched off. */
export function coverageOf(scan: Scan, { isAsked, now, resumedAt, state }: Run): Coverage {
  const { settings, sweptAt, watermark } = state
  const off = resumedAt ?? Number.NEGATIVE_INFINITY
  const isKnown =
    settings === settingsOf(scan) && typeof sweptAt === 'number' && typeof watermark === 'number'
  // A watermark of the future is from a clock that was wrong.
  const isSweep = isAsked || !isKnown || watermark > now || now - sweptAt >= scan.sweepEveryMs
  return { isSweep, from: isSweep ? off : Math.max(off, watermark - OVERLAP_MS) }
}

/** Kept for the next look, when this one has gone through. `earliestSkipped`: due time of a row another one was writing. */
export function progressOf(
  scan: Scan,
  {
    before,
    earliestSkipped,
    isSweep,
    now,
  }: { before: JsonObject; earliestSkipped: number; isSweep: boolean; now: number },
): JsonObject {
  return {
    settings: settingsOf(scan),
    sweptAt: isSweep ? now : (before['sweptAt'] ?? now),
    watermark: Math.min(now, earliestSkipped),
  }
}

/** The moments a pass looks at: later than the first, up to and including the second. */
export function momentsOf(pass: ScanPass, { from }: Coverage, now: number): [Date, Date] {
  const oldestDue = Math.max(from, now - (pass.withinMs ?? YEAR_MS))
  return [new Date(oldestDue - pass.afterMs), new Date(now - pass.afterMs)]
}

/** Other periods or conditions: what the last look passed over may be due now. */
function settingsOf({ passes, spell }: Scan): string {
  return JSON.stringify([passes, spell])
}
