/**
 * Every comparison the filter language knows. An empty value is one that is absent or null; "holds" below is for it.
 *
 * | operator | holds when | on an empty value |
 * |---|---|---|
 * | `eq` / `ne` | equal (deeply) / not equal | `eq null` holds, `eq` anything else does not; `ne` is the opposite |
 * | `gt gte lt lte between` | ordered so; `between` takes `[from, to]`, both included | never |
 * | `in` / `not_in` | equal to one of the list / to none | as `eq` / `ne` |
 * | `contains` / `not_contains` | a text has the piece, or an array has the element / not | never / always |
 * | `starts_with` / `ends_with` | text only, upper and lower case differ | never |
 * | `matches` | an RE2 expression is found in the text (its first 10,000 characters) | never |
 * | `exists` | `true` (default): not empty; `false`: empty | `exists false` holds |
 * | `changed` | before and after differ; `value: false` turns it round | two empty values are the same |
 * | `changed_to` / `changed_from` | it became / was the value and was not / is no longer | compared as by `eq` |
 * | `increased` / `decreased` | ordered so against the value before | never, on either side |
 *
 * Types are not coerced, except that a text that reads as a decimal number is compared with a number as a number.
 * Two texts that both are ISO dates are compared as instants (a date alone is midnight, no zone is UTC); other
 * texts are ordered by code unit. On create there is no value before: `changed_to` holds when the value equals.
 */
export const operators = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'not_in',
  'contains',
  'not_contains',
  'starts_with',
  'ends_with',
  'exists',
  'between',
  'matches',
  'changed',
  'changed_to',
  'changed_from',
  'increased',
  'decreased',
] as const

/** Name of a comparison. */
export type Operator = (typeof operators)[number]
