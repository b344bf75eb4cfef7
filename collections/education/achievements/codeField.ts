import type { TextField } from 'payload'

import { textFor } from '../../textFor.ts'

/** A short name for programs, such as `first-course`. An empty text is no code. */
export const codeField: TextField = {
  name: 'code',
  type: 'text',
  label: { en: 'Code', ru: 'Код' },
  index: true,
  maxLength: 80,
  hooks: {
    beforeValidate: [
      ({ value }) => (typeof value === 'string' && value.trim() === '' ? null : value),
    ],
  },
  validate: (
    value: unknown,
    { req, required }: Parameters<NonNullable<TextField['validate']>>[1],
  ) => {
    if (value === null || value === undefined || value === '') {
      return required ? req.t('validation:required') : true
    }
    if (typeof value === 'string' && /^[a-z0-9][a-z0-9_-]{0,79}$/.test(value)) return true
    return textFor(req, {
      en: 'Lower-case letters, digits, hyphen and underscore only, up to 80 characters.',
      ru: 'Только строчные латинские буквы, цифры, дефис и подчёркивание, до 80 знаков.',
    })
  },
  admin: {
    position: 'sidebar',
    description: {
      en: 'For programs, such as first-course.',
      ru: 'Для программ, например first-course.',
    },
  },
}
