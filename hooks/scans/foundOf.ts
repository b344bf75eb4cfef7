import type { JsonObject } from '../../src/kernel/json.ts'
import type { Found, ScanPass } from './scan.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** A due document as a scan's functions see it. */
export function foundOf(
  row: JsonObject,
  { moment, now, pass }: { pass: ScanPass; moment: Date; now: number },
): Found {
  const at = moment.getTime()
  return {
    row,
    pass: pass.name,
    moment: at,
    now,
    days: Math.floor((now - at) / DAY_MS),
    minutes: Math.floor((now - at) / MINUTE_MS),
  }
}
