import type { Json, JsonObject } from '../kernel/json.ts'
import { isJsonObject } from '../kernel/isJsonObject.ts'

/** Sets a value at names separated by dots; rules were checked not to write over each other. */
export function writePath(root: JsonObject, to: string, value: Json): void {
  const [list, rest] = splitList(to)
  if (rest === undefined) {
    const { holder, name } = holderOf(root, list)
    holder[name] = value
    return
  }
  const { holder, name } = holderOf(root, list)
  const values = Array.isArray(value) ? value : [value]
  if (rest === '') {
    holder[name] = values
    return
  }
  const given = holder[name]
  const elements: Json[] = Array.isArray(given) ? given : []
  holder[name] = elements
  for (const [index, element] of values.entries()) {
    const known = elements[index]
    const object: JsonObject = isJsonObject(known) ? known : {}
    elements[index] = object
    // What is missing in one element leaves a gap there, and nothing moves up.
    if (element !== null) writePath(object, rest, element)
  }
}

/** `items.*.sku` as `items` and `sku`; a list of plain values, `phones.*`, has an empty rest. */
function splitList(to: string): [string, string | undefined] {
  const steps = to.split('.')
  const at = steps.indexOf('*')
  if (at === -1) return [to, undefined]
  return [steps.slice(0, at).join('.'), steps.slice(at + 1).join('.')]
}

function holderOf(root: JsonObject, path: string): { holder: JsonObject; name: string } {
  const steps = path.split('.')
  const name = steps.pop() ?? ''
  let holder = root
  for (const step of steps) {
    const known = holder[step]
    const inner: JsonObject = isJsonObject(known) ? known : {}
    holder[step] = inner
    holder = inner
  }
  return { holder, name }
}
