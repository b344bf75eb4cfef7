import type { Rule, RuleTrigger } from './rule.ts'
import type { Tracking } from './track.ts'

/** The rules of a collection that listen to one trigger, in the order of the table. */
export function rulesFor(tracking: Tracking, trigger: RuleTrigger): (readonly [string, Rule])[] {
  return Object.entries(tracking.rules).filter(([, rule]) => rule.trigger === trigger)
}
