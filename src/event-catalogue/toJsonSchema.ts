import * as z from 'zod'

import type { AnyEventDefinition } from './eventDefinition.ts'

/** A JSON Schema document. */
export type JsonSchema = z.core.JSONSchema.BaseSchema

/** Dialect of a JSON Schema; AsyncAPI 3 speaks draft 7. */
export type JsonSchemaDraft = 'draft-2020-12' | 'draft-7'

const caches: Record<JsonSchemaDraft, WeakMap<AnyEventDefinition, JsonSchema>> = {
  'draft-2020-12': new WeakMap(),
  'draft-7': new WeakMap(),
}

/** JSON Schema of an event's `data`. Computed once per definition and draft; treat the answer as read-only. */
export function toJsonSchema(
  definition: AnyEventDefinition,
  target: JsonSchemaDraft = 'draft-2020-12',
): JsonSchema {
  const cache = caches[target]
  const known = cache.get(definition)
  if (known !== undefined) return known
  const schema: JsonSchema = {
    ...z.toJSONSchema(definition.schema, { io: 'input', target, override: withoutDatePattern }),
    title: definition.type,
    description: definition.summary.en,
  }
  cache.set(definition, schema)
  return schema
}

/** The format says it; zod's expression for leap years says it in 300 characters more, on every date. */
function withoutDatePattern({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern
}
