import { Liquid } from 'liquidjs'

import type { JsonObject } from '../kernel/json.ts'

/**
 * Paths that a template reads and the event does not have, such as `data.current.nme`: those with `| default:` too, because
 * the person who writes has to know. Paths that are worked out while rendering are left out. Empty for a malformed template.
 */
export function missingVariables(template: string, scope: JsonObject): string[] {
  const segments = segmentsOf(template)
  const missing = segments.flatMap((path) => {
    const steps = path.filter((step) => typeof step === 'string' || typeof step === 'number')
    if (steps.length !== path.length || hasPath(scope, steps)) return []
    return [steps.join('.')]
  })
  return [...new Set(missing)]
}

const properties = new Set(['size', 'first', 'last'])

function hasPath(scope: unknown, [step, ...rest]: readonly (string | number)[]): boolean {
  if (step === undefined) return true
  if (typeof scope !== 'object' || scope === null) return properties.has(String(step))
  if (!Object.hasOwn(scope, step)) return properties.has(String(step)) && rest.length === 0
  return hasPath(Reflect.get(scope, step), rest)
}

function segmentsOf(template: string): unknown[][] {
  try {
    const liquid = new Liquid({ templates: {} })
    // Filters and tags are another check's business; an unknown filter must not hide the variables.
    return liquid.globalVariableSegmentsSync(template, { partials: false })
  } catch {
    return []
  }
}
