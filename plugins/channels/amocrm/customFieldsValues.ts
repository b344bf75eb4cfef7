import type { JsonObject } from '../../../src/index.ts'
import type { AmocrmValues } from './amocrmValues.ts'

/** As `custom_fields_values`; without values there is no such key. */
export function customFieldsValues(values: AmocrmValues): JsonObject {
  const list = Object.entries(values).map(([name, given]) => ({
    ...(/^\d+$/.test(name) ? { field_id: Number(name) } : { field_code: name }),
    values: given,
  }))
  return list.length === 0 ? {} : { custom_fields_values: list }
}
