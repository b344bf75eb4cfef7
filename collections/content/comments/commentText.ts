import type { TextareaFieldValidation } from 'payload'
import { textarea } from 'payload/shared'

import { textFor } from '../../textFor.ts'

/** Payload's own check of a text, and something must be said. */
export const commentText: TextareaFieldValidation = (value, options) => {
  if (typeof value === 'string' && value.trim() === '') {
    return textFor(options.req, { en: 'A comment must say something.', ru: 'Напишите что-нибудь.' })
  }
  return textarea(value, options)
}
