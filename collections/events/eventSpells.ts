import type { CollectionConfig } from 'payload'

import { nobody } from './eventAccess.ts'
import { createdAtField, idField, logCollection } from './logFields.ts'

/**
 * What time has been told already: one row per event type, document and spell (a quiet spell, a due date, a paid period). Its
 * id is made of the three, so the primary key is what keeps an event from being told twice. Outlives the event log.
 */
export const eventSpells: CollectionConfig = {
  ...logCollection,
  slug: 'event-spells',
  graphQL: false,
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
  fields: [
    idField,
    { name: 'type', type: 'text', required: true },
    { name: 'collectionSlug', type: 'text', required: true },
    { name: 'document', type: 'text', required: true },
    { name: 'event', type: 'text' },
    createdAtField,
  ],
}
