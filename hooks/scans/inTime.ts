import type { JsonObject } from '../../src/kernel/json.ts'
import type { Localised } from '../../src/kernel/localised.ts'
import type { Found, Scan, ScanPass, ScanWhere } from './scan.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

type Common = {
  /** The event type, and the name of the scheduled job. */
  event: string
  label: Localised
  collection: string
  where?: ScanWhere
  /** A last look at the whole row. */
  when?: (found: Found) => boolean
  /** Members of the event's data beside current, previous and changed. */
  extra?: (found: Found) => JsonObject
  /** Milliseconds between looks. */
  everyMs?: number
  /** See {@link Scan.spell}. @default the date field */
  spell?: readonly string[]
}

/** The vocabulary of what time causes, beside `on` for what changes cause. */
export const inTime = {
  /** Nothing has happened since a date field's moment: `quietFor({ since: 'lastChangedAt', forMs: hour, … })`. */
  quietFor: ({
    since,
    forMs,
    ...common
  }: Common & {
    /** The date of the last activity; with a second field, that one counts while the first is empty. */
    since: string | readonly [string, string]
    forMs: number
  }): Scan => {
    const [first, fallback] = typeof since === 'string' ? [since] : since
    const { where = {} } = common
    const passes: ScanPass[] = [{ name: first, moment: first, afterMs: forMs, where }]
    if (fallback !== undefined) {
      const never = { ...where, [first]: null }
      passes.push({ name: fallback, moment: fallback, afterMs: forMs, where: never })
    }
    return scanOf(common, {
      passes,
      spell: [first],
      everyMs: 5 * MINUTE_MS,
      sweepEveryMs: 6 * HOUR_MS,
    })
  },

  /** A date that people set has gone by: `passed({ deadline: 'dueAt', … })`. */
  passed: ({ deadline, ...common }: Common & { deadline: string }): Scan =>
    scanOf(common, {
      passes: [{ name: deadline, moment: deadline, afterMs: 0, where: common.where ?? {} }],
      spell: [deadline],
      everyMs: 5 * MINUTE_MS,
      sweepEveryMs: 0,
    }),

  /** A date comes near, and has not come yet: `ahead({ of: 'currentPeriodEnd', byMs: 7 * day, … })`. */
  ahead: ({ byMs, of, ...common }: Common & { of: string; byMs: number }): Scan =>
    scanOf(common, {
      passes: [{ name: of, moment: of, afterMs: -byMs, withinMs: byMs, where: common.where ?? {} }],
      spell: [of],
      everyMs: 15 * MINUTE_MS,
      sweepEveryMs: 0,
    }),
}

type Shape = Pick<Scan, 'passes' | 'spell' | 'everyMs' | 'sweepEveryMs'>

function scanOf(common: Common, shape: Shape): Scan {
  const { collection, event, extra, label, when = () => true } = common
  return {
    ...shape,
    name: event,
    label,
    collection,
    events: [event],
    spell: common.spell ?? shape.spell,
    everyMs: common.everyMs ?? shape.everyMs,
    action: {
      kind: 'tell',
      tell: (found) => (when(found) ? { type: event, extra: extra?.(found) ?? {} } : null),
    },
  }
}
