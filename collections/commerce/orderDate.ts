import type { DateField } from 'payload'

import { nobody } from '../access/nobody.ts'

/** A date the status hook writes; people only read it. */
export function orderDate(name: string, label: { en: string; ru: string }): DateField {
  return {
    name,
    type: 'date',
    label,
    index: true,
    access: { create: nobody, update: nobody },
    admin: {
      position: 'sidebar',
      readOnly: true,
      date: { pickerAppearance: 'dayAndTime' },
      condition: (data) => Boolean(data?.[name]),
    },
  }
}
