import type { RuleTable } from './rule.ts'

/** How it is noted when a user was last seen. */
export type Activity = {
  /** A date field of the collection, with an index. */
  field: string
  /** A user who is seen again within this time is not written again. */
  everyMinutes: number
}

/** A collection whose changes mean events. */
export type Tracking = {
  collection: string
  rules: RuleTable
  /** Top-level fields that events must not carry; hidden fields never leave anyway. */
  omit?: readonly string[]
  /** For collections with `auth`: note every signed-in request, at most once per interval. */
  activity?: Activity
}

/** Connects any collection, also a site's own or another plugin's, with event types. */
export function track(
  collection: string,
  rules: RuleTable,
  options: Pick<Tracking, 'activity' | 'omit'> = {},
): Tracking {
  return { collection, rules, ...options }
}
