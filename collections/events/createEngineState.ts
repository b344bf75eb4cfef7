import type { CollectionConfig } from 'payload'

import { nobody } from './eventAccess.ts'
import { createdAtField, idField, logCollection } from './logFields.ts'

const internal = {
  ...logCollection,
  graphQL: false,
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
} as const

/**
 * Counters that change in the same transaction as what they count: `subscriptions` is raised by every
 * saved subscription, so a router that sees an event also sees whether its cache is older than the event.
 */
export const engineState: CollectionConfig = {
  ...internal,
  slug: 'event-engine-state',
  fields: [idField, { name: 'revision', type: 'number', required: true }],
}

/** Heartbeats of worker processes; `/api/health` reads them. */
export const engineWorkers: CollectionConfig = {
  ...internal,
  slug: 'event-workers',
  fields: [
    idField,
    { name: 'role', type: 'text', required: true },
    { name: 'host', type: 'text' },
    { name: 'pid', type: 'number' },
    { name: 'feed', type: 'text' },
    { name: 'heartbeatAt', type: 'date', required: true, index: true },
    createdAtField,
  ],
}
