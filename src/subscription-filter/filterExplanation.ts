import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import type { Json } from '../kernel/json.ts'
import type { Operator } from './operator.ts'

/** A condition that stands in the way, with what the event held instead. */
export type FailedCondition = {
  field: string
  operator: Operator
  value?: Json
  /** The value found, cut for the log; missing when the path is absent. */
  actual?: Json
  /** The value before, for change operators. */
  previous?: Json
  /** True when the condition holds but stands under a `not`. */
  isNegated?: boolean
}

/** Why a filter lets an event through or not. */
export type FilterExplanation = { isMatch: boolean; failed: FailedCondition[] }

/** An event of any shape: a filter treats whatever is missing as absent. */
export type AnyEvent = FlowEvent<string, unknown>
