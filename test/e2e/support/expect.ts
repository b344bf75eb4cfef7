import { isDeepStrictEqual } from 'node:util'

/** Throws a sentence with both values unless they are deeply equal. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(actual, expected)) return
  throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`)
}

/** Throws `what` unless it holds. */
export function expectTrue(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what)
}
