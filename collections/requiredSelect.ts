import type { SelectFieldSingleValidation } from 'payload'
import { select } from 'payload/shared'

/**
 * Required, for a field that has a default value: `required` would make GraphQL ask for it in every new document, also from
 * those who may not choose it.
 */
export const requiredSelect: SelectFieldSingleValidation = (value, options) => {
  if (value !== null && value !== undefined) return select(value, options)
  return options.req.t('validation:required')
}
