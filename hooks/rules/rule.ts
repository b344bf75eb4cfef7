import type { JsonObject } from '../../src/kernel/json.ts'
import type { Change } from './change.ts'

/** What the engine has to listen to for a rule. */
export type RuleTrigger = 'save' | 'delete' | 'login' | 'logout' | 'activity'

/** When a change means an event, and what else the event carries. Pure: same change, same answer. */
export type Rule = {
  trigger: RuleTrigger
  when: (change: Change) => boolean
  /** Extra members of `data`, such as old and new price. */
  extra?: (change: Change) => JsonObject
  /** Several events of one change instead of one; made by `each`. */
  each?: RuleEntries
}

/** What a rule made by `each` says about every entry of a list. */
export type RuleEntries = {
  /** The list, to be recognised by identity: rules over one list are told together. */
  list: (change: Change) => readonly unknown[]
  /** As long as the list: extra members of `data`, or undefined where an entry means nothing. */
  extras: (change: Change) => readonly (JsonObject | undefined)[]
}

/** Event type → rule, in the order in which the events of one save are written. */
export type RuleTable = Record<string, Rule>
