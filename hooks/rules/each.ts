import type { JsonObject } from '../../src/kernel/json.ts'
import type { Change } from './change.ts'
import type { Rule } from './rule.ts'

/** What {@link each} says about one entry. */
export type EachOptions<Entry> = {
  /** Which entries mean the event. @default all */
  when?: (entry: Entry) => boolean
  /** Extra members of the event's `data`. */
  carrying: (entry: Entry) => JsonObject
}

/**
 * One event per entry of a list, such as the lines of a cart that changed: `each(cartLineChanges, { when, carrying })`.
 * Rules that are given the same list function are told together, entry by entry, so that a save that touched three lines
 * writes its events in the order of the lines, whatever their types. Like `on.*`, it says nothing about drafts.
 */
export function each<Entry>(
  list: (change: Change) => readonly Entry[],
  { carrying, when = () => true }: EachOptions<Entry>,
): Rule {
  const extras = (change: Change): (JsonObject | undefined)[] =>
    list(change).map((entry) => (when(entry) ? carrying(entry) : undefined))
  return {
    trigger: 'save',
    when: (change) => change.isVisible && extras(change).some((extra) => extra !== undefined),
    each: { list, extras },
  }
}
