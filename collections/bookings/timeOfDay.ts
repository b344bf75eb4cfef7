import type { TextFieldSingleValidation } from 'payload'

import { textFor } from '../textFor.ts'

/** `09:30`; `24:00` is the end of the day. */
const pattern = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

/** Validation of a time of the day. */
export const timeOfDay: TextFieldSingleValidation = (value, { req }) => {
  if (typeof value === 'string' && pattern.test(value)) return true
  return textFor(req, { en: 'This must be a time such as 09:30.', ru: 'Нужно время вида 09:30.' })
}
