import type { NumberFieldSingleValidation } from 'payload'
import { number } from 'payload/shared'

import { textFor } from './textFor.ts'

/** Payload's own number check, and no fractions. */
export const wholeNumber: NumberFieldSingleValidation = (value, options) => {
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return textFor(options.req, { en: 'This must be a whole number.', ru: 'Нужно целое число.' })
  }
  return number(value, options)
}
