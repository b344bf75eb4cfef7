import type { CollectionConfig } from 'payload'

import { nobody } from './eventAccess.ts'
import { idField, logCollection } from './logFields.ts'

/**
 * What must be known of a document's events when they have been swept: the last number given, so that the next one is behind it,
 * and which types there were, so that a document is created once. The id is `collection:document`. Only retention writes here.
 */
export const eventSequences: CollectionConfig = {
  ...logCollection,
  slug: 'event-sequences',
  graphQL: false,
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
  fields: [
    idField,
    { name: 'last', type: 'number', required: true },
    { name: 'types', type: 'json', required: true },
  ],
}
