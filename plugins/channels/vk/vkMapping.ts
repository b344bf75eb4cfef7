import { type ConversionField, conversionRules, type FieldMapping } from '../../../src/index.ts'

const fields: readonly ConversionField[] = [
  { to: 'userid', fact: 'userId', transform: [{ name: 'text' }] },
  { to: 'value', fact: 'value', transform: [{ name: 'number', decimals: 0 }] },
]

/** The ready rules of a type. Goals are a person's own, so each is called like its event: `order_paid`. */
export function vkMapping(eventType: string): FieldMapping {
  return [
    { to: 'goal', from: { constant: eventType.replaceAll('.', '_') } },
    ...conversionRules(eventType, fields),
  ]
}
