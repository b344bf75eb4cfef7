import type { NumberFieldSingleValidation } from 'payload'

import { wholeNumber } from './wholeNumber.ts'

/** Required and without fractions, for a field that has a default value; see `requiredSelect`. */
export const requiredWholeNumber: NumberFieldSingleValidation = (value, options) => {
  if (value !== null && value !== undefined) return wholeNumber(value, options)
  return options.req.t('validation:required')
}
