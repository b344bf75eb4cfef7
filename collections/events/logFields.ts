import type { CollectionConfig, DateField, Field } from 'payload'

import type { Localised } from '../../src/kernel/localised.ts'

/** Group of the admin's sidebar that holds everything of the event system. */
export const integrationsGroup: Localised = { en: 'Integrations', ru: 'Интеграции' }

/** A list cell out of the admin's server components, by its exported name. */
export function serverCell(name: string): { Cell: string } {
  return { Cell: `flowmasters/rsc#${name}` }
}

/** A read-only view of a log row instead of a form, out of the admin's server components. */
export function documentView(name: string) {
  const tab = { label: ({ t }: { t: (key: string) => string }) => t('general:viewing') }
  return { views: { edit: { default: { Component: `flowmasters/rsc#${name}`, tab } } } }
}

/** Text primary key: our own prefixed ids (`evt_…`, `dlv_…`) are the document ids. */
export const idField: Field = { name: 'id', type: 'text', required: true, admin: { hidden: true } }

/** Creation time by the database clock; logs have no `updatedAt`, and one index less to write. */
export const createdAtField: DateField = {
  name: 'createdAt',
  type: 'date',
  index: true,
  required: true,
  label: { en: 'Time', ru: 'Время' },
  admin: {
    readOnly: true,
    date: { displayFormat: 'yyyy-MM-dd HH:mm:ss' },
    components: serverCell('TimeCell'),
  },
}

/** What every log collection shares: nobody edits it, no versions, no locks, no timestamps of Payload's. */
export const logCollection = {
  timestamps: false,
  versions: false,
  lockDocuments: false,
  disableDuplicate: true,
  disableBulkEdit: true,
} as const satisfies Partial<CollectionConfig>
