import { ownValue } from './ownValue.ts'

/** A path made ready for reading. */
export type CompiledPath = {
  /** The value at the path; with `*` in it, the list of values found. Absent is `undefined`. */
  read: (root: unknown) => unknown
  /** Whether `isWanted` holds for the value, or with `*` for at least one of the values. */
  some: (root: unknown, isWanted: (value: unknown) => boolean) => boolean
}

/** Prepares `a.b.0.*.c`: names, array indices and `*` for every element of an array or member of an object. */
export function compilePath(path: string): CompiledPath {
  const steps = path.split('.')
  return steps.includes('*') ? manyValues(steps) : oneValue(steps)
}

function oneValue(steps: readonly string[]): CompiledPath {
  const read = (root: unknown): unknown => {
    let value = root
    for (const step of steps) value = ownValue(value, step)
    return value
  }
  return { read, some: (root, isWanted) => isWanted(read(root)) }
}

function manyValues(steps: readonly string[]): CompiledPath {
  return {
    read: (root) => {
      const found: unknown[] = []
      visit(root, steps, 0, (value) => {
        if (value !== undefined) found.push(value)
        return false
      })
      return found
    },
    some: (root, isWanted) => visit(root, steps, 0, isWanted),
  }
}

/** Walks depth first and stops at the first value that `isWanted` takes. */
function visit(
  value: unknown,
  steps: readonly string[],
  at: number,
  isWanted: (value: unknown) => boolean,
): boolean {
  const step = steps[at]
  if (step === undefined) return isWanted(value)
  if (step !== '*') return visit(ownValue(value, step), steps, at + 1, isWanted)
  if (typeof value !== 'object' || value === null) return false
  const elements: unknown[] = Array.isArray(value) ? value : Object.values(value)
  return elements.some((element) => visit(element, steps, at + 1, isWanted))
}
