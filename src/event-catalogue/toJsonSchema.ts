import * as z from 'zod'

import type { AnyEventDefinition } from './eventDefinition.ts'

/** A JSON Schema document (draft 2020-12). */
export type JsonSchema = z.core.JSONSchema.BaseSchema

const cache = new WeakMap<AnyEventDefinition, JsonSchema>()

/** JSON Schema of an event's `data`. Computed once per definition; treat the answer as read-only. */
export function toJsonSchema(definition: AnyEventDefinition): JsonSchema {
  const known = cache.get(definition)
  if (known !== undefined) return known
  const schema: JsonSchema = {
    ...z.toJSONSchema(definition.schema, { io: 'input' }),
    title: definition.type,
    description: definition.summary.en,
  }
  cache.set(definition, schema)
  return schema
}
