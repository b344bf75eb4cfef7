import { compilePath } from '../subscription-filter/compilePath.ts'
import { ownValue } from '../subscription-filter/ownValue.ts'
import type { JsonObject } from '../kernel/json.ts'
import { mappingLimits } from './mappingLimits.ts'

/**
 * The value at a path of the event. Beside what filters know, `$locale` is the event's language in a localised field
 * (`data.current.total.$locale.amount`), or the first language there is.
 */
export function readPath(path: string, event: JsonObject): unknown {
  const steps = path.split('.')
  const at = steps.indexOf('$locale')
  if (at === -1) return compilePath(path).read(event)
  const localised = compilePath(steps.slice(0, at).join('.')).read(event)
  const value = inLocale(localised, event)
  const rest = steps.slice(at + 1).join('.')
  return rest === '' ? value : compilePath(rest).read(value)
}

/** The elements of the list before the first `*`, each with the value that the rest of the path finds in it. */
export function readElements(path: string, event: JsonObject): unknown[] {
  const [before = '', after] = path.split(/\.\*(?:\.|$)(.*)/s)
  const list = readPath(before, event)
  if (typeof list !== 'object' || list === null) return []
  const elements: unknown[] = Array.isArray(list) ? list : Object.values(list)
  const kept = elements.slice(0, mappingLimits.elements)
  return after === undefined || after === ''
    ? kept
    : kept.map((element) => compilePath(after).read(element))
}

/** A value that is not localised at all is taken as it is. */
function inLocale(value: unknown, event: JsonObject): unknown {
  if (typeof value !== 'object' || value === null) return value
  const locale = ownValue(event['meta'], 'locale')
  const own = typeof locale === 'string' ? ownValue(value, locale) : undefined
  return own ?? Object.values(value).find((other) => other !== null && other !== undefined)
}
