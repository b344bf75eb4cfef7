import type { Json, JsonObject } from './json.ts'

/** Narrows JSON to an object; a list is none. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
