import { type Json, type JsonObject, isJsonObject } from '../../../src/index.ts'
import { amocrmError } from './amocrmError.ts'

/** Fields by number or code, in the order in which they were given. */
export type AmocrmValues = Record<string, JsonObject[]>

const parts: ReadonlySet<string> = new Set(['value', 'enum_id', 'enum_code'])

/** Mapped values of one entity as amoCRM takes them. @throws FlowError FLOW_AMOCRM_FIELD_INVALID */
export function amocrmValues(entity: 'lead' | 'contact', mapped: JsonObject): AmocrmValues {
  const fields = mapped[entity]
  if (!isJsonObject(fields)) return {}
  const entries = Object.entries(fields).map(([name, given]) => {
    const list = Array.isArray(given) ? given : [given]
    const values = list
      .filter((one) => one !== null && one !== undefined)
      .map((one) => oneValue(one, `${entity}.${name}`))
    return [name, values] as const
  })
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0))
}

function oneValue(given: Json, to: string): JsonObject {
  if (!isJsonObject(given)) {
    if (Array.isArray(given) || given === null) throw amocrmError.fieldInvalid(to)
    return { value: given }
  }
  const isFit = Object.entries(given).every(
    ([name, part]) => parts.has(name) && (typeof part !== 'object' || part === null),
  )
  if (!isFit) throw amocrmError.fieldInvalid(to)
  return given
}
