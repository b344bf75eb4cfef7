import type { DateField } from 'payload'

import type { Localised } from '../src/kernel/localised.ts'
import { nobody } from './access/nobody.ts'

type StampedDateOptions = {
  /** Shown where no date stands yet too. @default false */
  isAlwaysShown?: boolean
}

/** A date that hooks write; people only read it. */
export function stampedDate(
  name: string,
  label: Localised,
  { isAlwaysShown = false }: StampedDateOptions = {},
): DateField {
  return {
    name,
    type: 'date',
    label,
    index: true,
    access: { create: nobody, update: nobody },
    hooks: { beforeDuplicate: [() => null] },
    admin: {
      position: 'sidebar',
      readOnly: true,
      date: { pickerAppearance: 'dayAndTime' },
      ...(isAlwaysShown ? {} : { condition: (data) => Boolean(data?.[name]) }),
    },
  }
}
