import type { NumberFieldSingleValidation } from 'payload'
import { number } from 'payload/shared'

/** Payload's own number check, and no fractions. */
export const wholeNumber: NumberFieldSingleValidation = (value, options) => {
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return options.req.i18n?.language === 'ru'
      ? 'Нужно целое число.'
      : 'This must be a whole number.'
  }
  return number(value, options)
}
