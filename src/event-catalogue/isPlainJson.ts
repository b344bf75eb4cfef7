// More nesting than any document has; a cycle runs into it too.
const maxDepth = 100

/** Plain in any realm: no prototype, or a prototype that is itself a root. */
export function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (
    prototype === Object.prototype ||
    prototype === null ||
    Object.getPrototypeOf(prototype) === null
  )
}

/**
 * Whether `JSON.stringify` would keep everything `value` says: no dates, class instances, bigints,
 * functions, NaN, cycles. Members that are undefined are fine, they are absent in JSON.
 * Allocates next to nothing, because it runs for every event; `cleanJson` explains a `false`.
 *
 * @param maxNodes more values than this also count as no
 */
export function isPlainJson(value: unknown, maxNodes = Number.POSITIVE_INFINITY): boolean {
  let depth = 0
  let nodes = 0

  const visit = (node: unknown): boolean => {
    nodes += 1
    if (typeof node === 'string' || typeof node === 'boolean' || node === null) return true
    if (typeof node === 'number') return Number.isFinite(node)
    if (typeof node !== 'object' || nodes > maxNodes || depth >= maxDepth) return false
    depth += 1
    const isPlain = Array.isArray(node) ? visitItems(node) : visitMembers(node)
    depth -= 1
    return isPlain
  }
  const visitItems = (items: unknown[]): boolean => {
    for (const item of items) if (!visit(item)) return false
    return true
  }
  const visitMembers = (node: object): boolean => {
    if (!isPlainObject(node)) return false
    for (const key in node) {
      const member = node[key]
      if (member !== undefined && !visit(member)) return false
    }
    return true
  }
  return visit(value)
}
