import { scalarOrder } from './scalarOrder.ts'

/** Deeper values are called different, so that hostile nesting cannot exhaust the stack. */
const maxDepth = 200

/**
 * Deep equality of JSON values with the coercion of {@link scalarOrder} on scalars; absent and null are equal.
 * Members of objects may come in any order, elements of arrays may not.
 */
export function isEqualJson(left: unknown, right: unknown, depth = 0): boolean {
  if (left === right) return true
  const leftValue = left ?? null
  const rightValue = right ?? null
  if (leftValue === null || rightValue === null) return leftValue === rightValue
  if (typeof leftValue !== 'object' || typeof rightValue !== 'object') {
    return scalarOrder(leftValue, rightValue) === 0
  }
  if (depth >= maxDepth || Array.isArray(leftValue) !== Array.isArray(rightValue)) return false
  return hasEqualMembers(leftValue, rightValue, depth + 1)
}

function hasEqualMembers(left: object, right: object, depth: number): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return (
      left.length === right.length &&
      left.every((element, index) => isEqualJson(element, right[index], depth))
    )
  }
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  for (const key of keys) {
    if (!isEqualJson(ownMember(left, key), ownMember(right, key), depth)) return false
  }
  return true
}

function ownMember(parent: object, key: string): unknown {
  return Object.hasOwn(parent, key) ? (parent as Record<string, unknown>)[key] : undefined
}
