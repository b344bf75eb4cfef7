import type { JsonObject } from '../../src/kernel/json.ts'
import type { Emission, Emit } from './emitter.ts'

/** The same emitter, for events that must not carry these top-level fields of the row. */
export function omitFields(emit: Emit, omit: readonly string[]): Emit {
  if (omit.length === 0) return emit
  return (emissions, req) =>
    emit(
      emissions.map((emission) => without(emission, omit)),
      req,
    )
}

function without(emission: Emission, omit: readonly string[]): Emission {
  const { current, previous, changed } = emission.data
  return {
    ...emission,
    data: {
      ...emission.data,
      current: rowWithout(current, omit),
      previous: previous && rowWithout(previous, omit),
      changed: changed.filter((field) => !omit.includes(field)),
    },
  }
}

function rowWithout(row: JsonObject, omit: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !omit.includes(field)))
}
