import type { AmocrmClient } from './amocrmClient.ts'
import type { RenderedAmocrm } from './renderAmocrm.ts'
import { type FoundInAmocrm, searchAmocrm } from './searchAmocrm.ts'

/**
 * The lead that holds our id. amoCRM has no idempotency key, so this comes before every write. Its search finds words
 * anywhere, so what it found is compared.
 */
export async function findLead(
  call: AmocrmClient,
  own: RenderedAmocrm['own'],
): Promise<FoundInAmocrm> {
  if (own === null) return { id: null }
  return searchAmocrm(call, 'leads', own.value, ({ custom_fields_values: fields }) =>
    (fields ?? []).some(
      ({ field_id: id, values }) =>
        id === own.fieldId && values.some(({ value }) => String(value) === own.value),
    ),
  )
}
