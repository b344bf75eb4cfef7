import type { CollectionConfig, Field } from 'payload'

import type { Localised } from '../../src/kernel/localised.ts'

/** Group of the admin's sidebar that holds everything of the event system. */
export const integrationsGroup: Localised = { en: 'Integrations', ru: 'Интеграции' }

/** Text primary key: our own prefixed ids (`evt_…`, `dlv_…`) are the document ids. */
export const idField: Field = { name: 'id', type: 'text', required: true, admin: { hidden: true } }

/** Creation time by the database clock; logs have no `updatedAt`, and one index less to write. */
export const createdAtField: Field = {
  name: 'createdAt',
  type: 'date',
  index: true,
  required: true,
  label: { en: 'Time', ru: 'Время' },
  admin: { readOnly: true, date: { displayFormat: 'yyyy-MM-dd HH:mm:ss' } },
}

/** What every log collection shares: nobody edits it, no versions, no locks, no timestamps of Payload's. */
export const logCollection = {
  timestamps: false,
  versions: false,
  lockDocuments: false,
  disableDuplicate: true,
  disableBulkEdit: true,
} as const satisfies Partial<CollectionConfig>
