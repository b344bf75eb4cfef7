import type { TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'

import { textFor } from '../textFor.ts'

/** An absolute http or https address, or nothing. */
export const webAddress: TextFieldSingleValidation = (value, options) => {
  if (value === null || value === undefined || value === '') return text(value, options)
  const isWeb = URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
  if (isWeb) return text(value, options)
  return textFor(options.req, {
    en: 'This must be a full address such as https://video.example/42.',
    ru: 'Нужен полный адрес, например https://video.example/42.',
  })
}
