import type { EventArea } from './eventAreas.ts'
import type { AnyEventDefinition, EventOf } from './eventDefinition.ts'

/** The definition of one type out of a union of definitions. */
export type DefinitionOf<
  Definition extends AnyEventDefinition,
  Type extends Definition['type'],
> = Extract<Definition, { type: Type }>

/** Every type of event a site knows. Made by `defineCatalogue`, widened by `extendCatalogue`. */
export type Catalogue<Definition extends AnyEventDefinition = AnyEventDefinition> = {
  /** All types in the order of definition. */
  readonly types: readonly Definition['type'][]
  /** Throws FLOW_EVENT_UNKNOWN (400), naming the nearest type. */
  get: {
    <Type extends Definition['type']>(type: Type): DefinitionOf<Definition, Type>
    (type: string): Definition
  }
  has: (type: string) => type is Definition['type']
  all: () => readonly Definition[]
  /** Definitions by area, both in the order of definition. */
  byArea: () => { area: EventArea; definitions: Definition[] }[]
  /**
   * A stored envelope as a typed event; `type` narrows the answer. The row itself is returned.
   * Throws FLOW_EVENT_UNKNOWN for a type or version not in the catalogue, FLOW_EVENT_INVALID for a misfit.
   */
  decode: (row: unknown) => EventOf<Definition>
}

/** A catalogue whose definitions are not known here. */
export type AnyCatalogue = Catalogue

/** The union of definitions in a catalogue: `DefinitionsIn<typeof bundledCatalogue>`. */
export type DefinitionsIn<C extends Pick<AnyCatalogue, 'all'>> = ReturnType<C['all']>[number]
