import type { Catalogue } from './catalogue.ts'
import { defineCatalogue } from './defineCatalogue.ts'
import type { AnyEventDefinition } from './eventDefinition.ts'

/** `base` and `more` in a new catalogue. Throws FLOW_CATALOGUE_DUPLICATE when a type is in both. */
export function extendCatalogue<Base extends AnyEventDefinition, More extends AnyEventDefinition>(
  base: Pick<Catalogue<Base>, 'all'>,
  more: readonly More[],
): Catalogue<Base | More> {
  return defineCatalogue<Base | More>([...base.all(), ...more])
}
