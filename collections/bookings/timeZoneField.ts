import { IANAZone } from 'luxon'
import type { TextField, TextFieldSingleValidation } from 'payload'

import type { Localised } from '../../src/kernel/localised.ts'
import { textFor } from '../textFor.ts'

const knownZone: TextFieldSingleValidation = (value, { req }) => {
  if (value === undefined || value === null || value === '') return true
  if (typeof value === 'string' && IANAZone.isValidZone(value)) return true
  return textFor(req, {
    en: 'This must be a time zone such as Europe/Moscow.',
    ru: 'Нужен часовой пояс вида Europe/Moscow.',
  })
}

type TimeZoneFieldOptions = { label: Localised; description: Localised; defaultValue?: string }

/** An IANA time zone. */
export function timeZoneField(options: TimeZoneFieldOptions): TextField {
  const { defaultValue, description, label } = options
  return {
    name: 'timeZone',
    type: 'text',
    label,
    ...(defaultValue === undefined ? {} : { defaultValue }),
    maxLength: 64,
    validate: knownZone,
    admin: { description, placeholder: 'Europe/Moscow' },
  }
}
