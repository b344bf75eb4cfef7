import type { CollectionConfig, Field } from 'payload'

import { nobody } from './eventAccess.ts'
import { idField, logCollection } from './logFields.ts'

const internal = {
  ...logCollection,
  graphQL: false,
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
} as const

const text = (name: string): Field => ({ name, type: 'text', required: true })
const count = (name: string): Field => ({ name, type: 'number', required: true, defaultValue: 0 })

/** `events`, `deliveries` or `attempts`; `live` or `gone`; `hour`, `hour-sum` or `day`; its beginning. See `src/rollup`. */
const keyFields: Field[] = [
  idField,
  text('source'),
  text('part'),
  text('size'),
  { name: 'at', type: 'date', required: true },
]

/** Counts per hour and day: what still lies in the log (`live`) and what retention has taken out of it (`gone`). */
export const eventRollups: CollectionConfig = {
  ...internal,
  slug: 'event-rollups',
  indexes: [{ fields: ['source', 'size', 'at'] }],
  fields: [
    ...keyFields,
    text('type'),
    { name: 'channel', type: 'text' },
    { name: 'subscription', type: 'text' },
    { name: 'subscriptionName', type: 'text' },
    ...['total', 'unmatched', 'delivered', 'dead', 'poisoned', 'cancelled', 'attempts'].map(count),
  ],
}

/** How long things took: how many fell into each bucket of the histogram. */
export const eventRollupDurations: CollectionConfig = {
  ...internal,
  slug: 'event-rollup-durations',
  indexes: [{ fields: ['source', 'size', 'at'] }],
  fields: [
    ...keyFields,
    text('channel'),
    text('subscription'),
    { name: 'bucket', type: 'number', required: true },
    count('total'),
  ],
}

/** Which hours and days the counts speak for (closed); what is not closed is counted from the log itself. */
export const eventRollupPeriods: CollectionConfig = {
  ...internal,
  slug: 'event-rollup-periods',
  indexes: [{ fields: ['source', 'size', 'at'] }],
  fields: [
    idField,
    text('source'),
    text('size'),
    { name: 'at', type: 'date', required: true },
    { name: 'isClosed', type: 'checkbox', required: true, defaultValue: false },
    { name: 'seenXid', type: 'text' },
  ],
}
