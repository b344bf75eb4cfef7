import type { Json } from '../kernel/json.ts'
import type { ChangeOperator } from './changeOperator.ts'
import { compilePath } from './compilePath.ts'
import { isEqualJson } from './isEqualJson.ts'
import { scalarOrder } from './scalarOrder.ts'

/** Sees the document's row before (null on create) and after. */
type Test = (before: unknown, after: unknown) => boolean

/** Prepares the test of one condition; `field` is relative to the document. */
export function changeTest(operator: ChangeOperator, field: string, value: Json | undefined): Test {
  const path = compilePath(field)
  const isValue = (candidate: unknown): boolean => isEqualJson(candidate, value)
  const hasValue = (row: unknown): boolean => path.some(row, isValue)

  const tests: Record<ChangeOperator, Test> = {
    changed: (before, after) =>
      isEqualJson(path.read(before), path.read(after)) === (value === false),
    // Nothing equals before a document exists, not even null.
    changed_to: (before, after) => hasValue(after) && (isNoRow(before) || !hasValue(before)),
    changed_from: (before, after) => !isNoRow(before) && hasValue(before) && !hasValue(after),
    increased: (before, after) => (scalarOrder(path.read(after), path.read(before)) ?? 0) > 0,
    decreased: (before, after) => (scalarOrder(path.read(after), path.read(before)) ?? 0) < 0,
  }
  return tests[operator]
}

function isNoRow(row: unknown): boolean {
  return row === null || row === undefined
}
