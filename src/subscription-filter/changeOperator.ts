import type { Operator } from './operator.ts'

/** The operators that compare the document before and after; their field is relative to the document. */
export type ChangeOperator = Extract<
  Operator,
  'changed' | 'changed_to' | 'changed_from' | 'increased' | 'decreased'
>

const names: ReadonlySet<string> = new Set<ChangeOperator>([
  'changed',
  'changed_to',
  'changed_from',
  'increased',
  'decreased',
])

/** Tells the two families of operators apart. */
export function isChangeOperator(operator: Operator): operator is ChangeOperator {
  return names.has(operator)
}
