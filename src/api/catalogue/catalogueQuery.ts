import * as z from 'zod'

import type { AnyCatalogue } from '../../event-catalogue/catalogue.ts'
import type { EventArea } from '../../event-catalogue/eventAreas.ts'
import type { AnyEventDefinition } from '../../event-catalogue/eventDefinition.ts'
import { matchesWords } from '../../event-catalogue/matchesWords.ts'
import { searchTextOf } from '../../event-catalogue/searchTextOf.ts'
import { queryField } from '../../http/queryField.ts'
import { isEventPattern } from '../../subscription-filter/isEventPattern.ts'
import { matchesPattern } from '../../subscription-filter/matchesPattern.ts'
import { parseEventPattern } from '../../subscription-filter/parseEventPattern.ts'

const pattern = z.string().refine(isEventPattern, {
  error: 'must be event types such as order.paid, order.* or *.created',
})

/** Which types are wanted: areas by slug, types or wildcards, words of any text in any language. All must fit. */
export const catalogueSelection = {
  area: queryField.list,
  type: queryField.list.pipe(z.array(pattern).optional()),
  search: queryField.text,
}

type Selection = {
  area?: string[] | undefined
  type?: string[] | undefined
  search?: string | undefined
}

/** The areas of a catalogue with the types that a selection leaves; areas without any are left out. */
export function selectTypes(
  catalogue: Pick<AnyCatalogue, 'byArea'>,
  { area: areas, search = '', type: types }: Selection,
): { area: EventArea; definitions: AnyEventDefinition[] }[] {
  const patterns = types?.map(parseEventPattern)
  const isWanted = (definition: AnyEventDefinition): boolean =>
    (!areas || areas.includes(definition.area.slug)) &&
    (!patterns || patterns.some((each) => matchesPattern(each, definition.type))) &&
    matchesWords(searchTextOf(definition), search)
  return catalogue
    .byArea()
    .map(({ area, definitions }) => ({ area, definitions: definitions.filter(isWanted) }))
    .filter(({ definitions }) => definitions.length > 0)
}
