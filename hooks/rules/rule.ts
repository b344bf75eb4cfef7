import type { JsonObject } from '../../src/kernel/json.ts'
import type { Change } from './change.ts'

/** What the engine has to listen to for a rule. */
export type RuleTrigger = 'save' | 'delete' | 'login' | 'logout'

/** When a change means an event, and what else the event carries. Pure: same change, same answer. */
export type Rule = {
  trigger: RuleTrigger
  when: (change: Change) => boolean
  /** Extra members of `data`, such as old and new price. */
  extra?: (change: Change) => JsonObject
}

/** Event type → rule, in the order in which the events of one save are written. */
export type RuleTable = Record<string, Rule>
