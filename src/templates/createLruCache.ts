/** A bounded memory of computed values; the one not used for longest goes first. */
export type LruCache<Value> = {
  getOrCreate: (key: string, create: () => Value) => Value
  size: () => number
}

/** Keeps at most `capacity` values. A `create` that throws leaves nothing behind. */
export function createLruCache<Value>(capacity: number): LruCache<Value> {
  // A Map iterates in insertion order, so re-inserting on use keeps the oldest first.
  const values = new Map<string, { value: Value }>()
  return {
    size: () => values.size,
    getOrCreate: (key, create) => {
      const known = values.get(key)
      const kept = known ?? { value: create() }
      if (known !== undefined) values.delete(key)
      values.set(key, kept)
      if (values.size > capacity) {
        const [oldest] = values.keys()
        if (oldest !== undefined) values.delete(oldest)
      }
      return kept.value
    },
  }
}
