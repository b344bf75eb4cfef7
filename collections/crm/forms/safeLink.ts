import type { TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'

import { textFor } from '../../textFor.ts'

/** A page of this site (`/thanks`) or a whole http(s) address; never a script. */
export const safeLink: TextFieldSingleValidation = (value, options) => {
  if (value && !isSafe(value)) {
    return textFor(options.req, {
      en: 'Write a path such as /thanks or an address that begins with https://.',
      ru: 'Укажите путь, например /thanks, или адрес, который начинается с https://.',
    })
  }
  return text(value, options)
}

function isSafe(link: string): boolean {
  // Browsers read a backslash as a slash, and //host as another site.
  if (/^\/(?![/\\])/.test(link)) return !/[\\\s]/.test(link)
  return URL.canParse(link) && ['http:', 'https:'].includes(new URL(link).protocol)
}
