import type { JsonObject } from '../../../src/index.ts'
import type { RenderedAmocrm } from './renderAmocrm.ts'

/** A new lead with its tags and its contact: a new one, or the one with the number. */
export function leadBody(
  { lead, person, tags }: Pick<RenderedAmocrm, 'lead' | 'person' | 'tags'>,
  contactId: number | null,
): JsonObject {
  const contact: JsonObject | null =
    contactId === null ? person.contact : { id: contactId, is_main: true }
  const embedded: JsonObject = {
    ...(tags.length === 0 ? {} : { tags }),
    ...(contact === null ? {} : { contacts: [contact] }),
  }
  return { ...lead, ...(Object.keys(embedded).length === 0 ? {} : { _embedded: embedded }) }
}
