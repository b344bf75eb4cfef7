import type { TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'

import { textFor } from '../../textFor.ts'

const pattern = /^[a-z][a-z0-9_]*$/i
/** Names that mean something to objects of JavaScript. */
const taken = new Set(['constructor', 'prototype', 'hasownproperty', 'tostring', 'valueof'])

/** A name that programs, templates and filters can use in a path. */
export const fieldName: TextFieldSingleValidation = (value, options) => {
  const isName = typeof value === 'string' && pattern.test(value)
  if (value && (!isName || taken.has(value.toLowerCase()))) {
    return textFor(options.req, {
      en: 'Latin letters, digits and _ only, beginning with a letter.',
      ru: 'Только латинские буквы, цифры и _, первой идёт буква.',
    })
  }
  return text(value, options)
}
