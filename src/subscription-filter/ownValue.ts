const arrayIndex = /^(?:0|[1-9]\d{0,9})$/

/**
 * One step down a JSON value: own members of objects and elements of arrays, nothing inherited.
 * Anything else is `undefined`, which is what "absent" means everywhere in this folder.
 */
export function ownValue(parent: unknown, key: string): unknown {
  if (typeof parent !== 'object' || parent === null) return undefined
  if (Array.isArray(parent)) {
    return arrayIndex.test(key) ? (parent[Number(key)] as unknown) : undefined
  }
  return Object.hasOwn(parent, key) ? (parent as Record<string, unknown>)[key] : undefined
}
