import type { CollectionConfig } from 'payload'

import { INBOX_COUNTERS } from '../../src/inbox/inboxTables.ts'
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

/** How each receiver has done lately, and until when nothing is sent to it; see `src/pace/breaker.ts`. */
export const engineReceivers: CollectionConfig = {
  ...internal,
  slug: 'event-breakers',
  fields: [
    idField,
    { name: 'subscription', type: 'text', required: true, index: true },
    { name: 'channelEntry', type: 'text', required: true },
    { name: 'channel', type: 'text', required: true },
    { name: 'requests', type: 'number' },
    { name: 'failures', type: 'number' },
    { name: 'windowStartedAt', type: 'date' },
    { name: 'openUntil', type: 'date' },
    { name: 'trips', type: 'number' },
    { name: 'probedAt', type: 'date' },
    { name: 'changedAt', type: 'date' },
    { ...createdAtField, index: false },
  ],
}

/** Token buckets of paced subscriptions; the row is also the lock under which slots are counted. */
export const enginePaces: CollectionConfig = {
  ...internal,
  slug: 'event-paces',
  fields: [
    idField,
    { name: 'tokens', type: 'number' },
    { name: 'refilledAt', type: 'date' },
    { ...createdAtField, index: false },
  ],
}

/** How often each person's inbox has changed; the row is also the lock under which notifications get their numbers. */
export const inboxCounters: CollectionConfig = {
  ...internal,
  slug: INBOX_COUNTERS,
  fields: [idField, { name: 'version', type: 'number', required: true }],
}
