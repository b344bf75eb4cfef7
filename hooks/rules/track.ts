import type { RuleTable } from './rule.ts'

/** A collection whose changes mean events. */
export type Tracking = { collection: string; rules: RuleTable }

/** Connects any collection, also a site's own or another plugin's, with event types. */
export function track(collection: string, rules: RuleTable): Tracking {
  return { collection, rules }
}
