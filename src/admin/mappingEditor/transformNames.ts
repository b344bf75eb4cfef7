import type { Transform } from '../../field-mapper/fieldMapping.ts'

/** Every step there is, in the order of the list. */
export const transformNames = [
  'trim',
  'lower',
  'upper',
  'text',
  'number',
  'boolean',
  'email',
  'e164',
  'date',
  'sha256',
] as const satisfies readonly Transform['name'][]
