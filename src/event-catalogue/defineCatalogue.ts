import { FlowError } from '../kernel/flowError.ts'
import type { Catalogue } from './catalogue.ts'
import { closestMatch } from './closestMatch.ts'
import { decodeEvent } from './decodeEvent.ts'
import type { EventArea } from './eventAreas.ts'
import type { AnyEventDefinition } from './eventDefinition.ts'

/**
 * The catalogue of the given definitions.
 * Throws FLOW_CATALOGUE_DUPLICATE when two of them have the same type.
 */
export function defineCatalogue<Definition extends AnyEventDefinition>(
  definitions: readonly Definition[],
): Catalogue<Definition> {
  const byType = indexByType(definitions)
  const types = [...byType.keys()]
  const find = (type: string): Definition => {
    const definition = byType.get(type)
    if (definition === undefined) throw unknownType(type, types)
    return definition
  }
  return {
    types,
    // The overload promises the definition of exactly this type, which is what the index holds.
    get: find as Catalogue<Definition>['get'],
    has: (type): type is Definition['type'] => byType.has(type),
    all: () => definitions,
    byArea: () => groupByArea(definitions),
    decode: (row) => decodeEvent({ row, find }),
  }
}

function indexByType<Definition extends AnyEventDefinition>(
  definitions: readonly Definition[],
): Map<string, Definition> {
  const byType = new Map<string, Definition>()
  for (const definition of definitions) {
    if (byType.has(definition.type)) {
      throw new FlowError({
        code: 'FLOW_CATALOGUE_DUPLICATE',
        message: `The event type ${definition.type} is defined twice.`,
        hint: 'Give the new fact its own name, or use the definition that exists.',
        details: { type: definition.type },
      })
    }
    byType.set(definition.type, definition)
  }
  return byType
}

function groupByArea<Definition extends AnyEventDefinition>(
  definitions: readonly Definition[],
): { area: EventArea; definitions: Definition[] }[] {
  const groups = new Map<string, { area: EventArea; definitions: Definition[] }>()
  for (const definition of definitions) {
    const { area } = definition
    const group = groups.get(area.slug) ?? { area, definitions: [] }
    group.definitions.push(definition)
    groups.set(area.slug, group)
  }
  return [...groups.values()]
}

function unknownType(type: string, types: readonly string[]): FlowError {
  const nearest = closestMatch(type, types)
  return new FlowError({
    code: 'FLOW_EVENT_UNKNOWN',
    message: `There is no event type "${type.slice(0, 100)}".`,
    hint:
      nearest === null
        ? 'Define it with defineEvent and add it to the catalogue.'
        : `Did you mean ${nearest}?`,
    status: 400,
    details: { type: type.slice(0, 100), nearest },
  })
}
