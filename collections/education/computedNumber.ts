import type { NumberField } from 'payload'

import { nobody } from '../access/nobody.ts'

/** A number that hooks write and people only read; 0 on a new document. */
export function computedNumber(name: string, label: { en: string; ru: string }): NumberField {
  return {
    name,
    type: 'number',
    label,
    defaultValue: 0,
    access: { create: nobody, update: nobody },
    admin: { readOnly: true, width: '33%' },
  }
}
