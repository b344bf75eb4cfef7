import type { NumberField } from 'payload'

import { nobody } from '../../access/nobody.ts'

type CounterOptions = {
  label: { en: string; ru: string }
  description?: { en: string; ru: string }
  defaultValue?: number
}

/** A number that SQL keeps; people only read it. */
export function campaignCounter(
  name: string,
  { defaultValue, description, label }: CounterOptions,
): NumberField {
  return {
    name,
    type: 'number',
    label,
    index: true,
    ...(defaultValue === undefined ? {} : { defaultValue }),
    access: { create: nobody, update: nobody },
    hooks: { beforeDuplicate: [() => defaultValue ?? null] },
    admin: {
      readOnly: true,
      position: 'sidebar',
      ...(description ? { description } : {}),
      condition: (data) => !['draft', 'scheduled'].includes(data?.['status']),
    },
  }
}
