import type { Json } from '../kernel/json.ts'
import type { Operator } from './operator.ts'

/** One test of one value of the event. */
export type Condition = {
  /** Path from the envelope (`data.current.total.ru.amount`, `meta.locale`, `data.current.items.*.sku`). */
  field: string
  operator: Operator
  /** What the value is compared with; not needed by `exists`, `changed`, `increased`, `decreased`. */
  value?: Json
}

/** A parsed filter: data that can be stored, shown, compiled. `all: []` lets everything through. */
export type Filter =
  | Condition
  | { all: readonly Filter[] }
  | { any: readonly Filter[] }
  | { not: Filter }

/** What a person may write: a filter, or a list of which all must hold. */
export type FilterInput = Filter | readonly Filter[]
