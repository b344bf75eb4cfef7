import type { EventPattern } from './eventPattern.ts'

/** Entries by pattern, found again by event type. */
export type PatternBuckets<Entry> = {
  add: (pattern: EventPattern, entry: Entry) => void
  /** Every entry with a pattern for the type, once, in its own order. Costs what it returns, not what is stored. */
  find: (type: string) => readonly Entry[]
}

/** Types remembered; far above any catalogue, so that made-up types cannot fill the memory. */
const maxRemembered = 1_000

/** Buckets for exact types, entities, verbs and everything. Add all entries before the first `find`. */
export function createPatternBuckets<Entry extends { order: number }>(): PatternBuckets<Entry> {
  const buckets = new Map<string, Set<Entry>>()
  const remembered = new Map<string, readonly Entry[]>()

  const collect = (type: string): readonly Entry[] => {
    const entity = type.slice(0, Math.max(type.indexOf('.'), 0))
    const verb = type.slice(type.lastIndexOf('.') + 1)
    const found = new Set<Entry>()
    for (const key of [type, `${entity}.*`, `*.${verb}`, '*']) {
      for (const entry of buckets.get(key) ?? []) found.add(entry)
    }
    return [...found].sort((left, right) => left.order - right.order)
  }

  return {
    add: (pattern, entry) => {
      const key = bucketKey(pattern)
      const bucket = buckets.get(key) ?? new Set<Entry>()
      bucket.add(entry)
      buckets.set(key, bucket)
    },
    find: (type) => {
      const known = remembered.get(type)
      if (known !== undefined) return known
      const found = collect(type)
      if (remembered.size < maxRemembered) remembered.set(type, found)
      return found
    },
  }
}

function bucketKey(pattern: EventPattern): string {
  switch (pattern.kind) {
    case 'any':
      return '*'
    case 'type':
      return pattern.type
    case 'entity':
      return `${pattern.entity}.*`
    case 'verb':
      return `*.${pattern.verb}`
  }
}
