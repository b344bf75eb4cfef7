import { type ConversionField, conversionRules, type FieldMapping } from '../../../src/index.ts'

const fields: readonly ConversionField[] = [
  { to: 'UserId', fact: 'userId', transform: [{ name: 'text' }] },
  { to: 'Yclid', fact: 'yclid', transform: [{ name: 'text' }] },
  { to: 'Price', fact: 'value', transform: [{ name: 'number', decimals: 2 }] },
  { to: 'Currency', fact: 'currency', transform: [{ name: 'upper' }] },
]

/** The ready rules of a type. Goals are a person's own, so each is called like its event: `order_paid`. */
export function metricaMapping(eventType: string): FieldMapping {
  return [
    { to: 'Target', from: { constant: eventType.replaceAll('.', '_') } },
    {
      to: 'DateTime',
      from: { path: 'timestamp' },
      transform: [{ name: 'date', format: 'unix' }],
    },
    ...conversionRules(eventType, fields),
  ]
}
