import type { GroupField } from 'payload'

import type { Localised } from '../../src/kernel/localised.ts'
import { requiredSelect } from '../requiredSelect.ts'
import { requiredWholeNumber } from '../requiredWholeNumber.ts'
import { wholeNumber } from '../wholeNumber.ts'

type IntervalOptions = {
  description: Localised
  /** @default false */
  isFrozen?: boolean
}

/** `{ unit: 'month', count: 1 }`: how often is paid. */
export function intervalFields({ description, isFrozen = false }: IntervalOptions): GroupField {
  return {
    name: 'interval',
    type: 'group',
    label: { en: 'Paid every', ru: 'Период оплаты' },
    admin: { description },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'count',
            type: 'number',
            label: { en: 'Number', ru: 'Количество' },
            min: 1,
            max: 1000,
            ...(isFrozen
              ? { validate: wholeNumber }
              : { defaultValue: 1, validate: requiredWholeNumber }),
            admin: { step: 1, width: '40%' },
          },
          {
            name: 'unit',
            type: 'select',
            label: { en: 'Unit', ru: 'Единица' },
            ...(isFrozen ? {} : { defaultValue: 'month', validate: requiredSelect }),
            options: [
              { value: 'day', label: { en: 'Days', ru: 'Дни' } },
              { value: 'week', label: { en: 'Weeks', ru: 'Недели' } },
              { value: 'month', label: { en: 'Months', ru: 'Месяцы' } },
              { value: 'year', label: { en: 'Years', ru: 'Годы' } },
            ],
            admin: { width: '60%' },
          },
        ],
      },
    ],
  }
}
