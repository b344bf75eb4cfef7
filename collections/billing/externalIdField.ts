import type { FieldHook, TextField } from 'payload'

import type { Localised } from '../../src/kernel/localised.ts'

/** An empty text would count as a number that two documents share. */
const emptyIsNone: FieldHook = ({ value }) =>
  typeof value === 'string' && value.trim() === '' ? null : value

/** The provider's own number; unique together with the provider. */
export function externalIdField(label: Localised): TextField {
  return {
    name: 'externalId',
    type: 'text',
    label,
    index: true,
    maxLength: 200,
    hooks: { beforeValidate: [emptyIsNone] },
    admin: { position: 'sidebar' },
  }
}
