/** The tables that are counted, each by the time its rows were written. */
export type Source = 'events' | 'deliveries' | 'attempts'

/** One counted table, as SQL. */
export type SourceSql = {
  table: string
  /** Rows that may still change what they count as; a period with such rows is not closed. */
  open: string | null
  /** From rows to what is counted, one row each, with `more` columns; null: nothing but durations is counted. */
  facts: ((rows: string, more?: string) => string) | null
  /** From rows to durations in milliseconds, one row each. */
  durations: ((rows: string) => string) | null
}

const noDeliveryCounts =
  '0 AS delivered, 0 AS dead, 0 AS poisoned, 0 AS cancelled, 0::numeric AS attempts'

/**
 * What counts, in the words of `event_rollups`. Tests of subscriptions (test events, deliveries with a negative step) are left out:
 * they say nothing about the business.
 */
export const sources: Readonly<Record<Source, SourceSql>> = {
  events: {
    table: 'event_logs',
    open: "status = 'pending'",
    facts: (rows, more = '') => `
SELECT created_at, type, ''::varchar AS channel, ''::varchar AS subscription, NULL::varchar AS subscription_name,
  (status = 'unmatched')::int AS unmatched, ${noDeliveryCounts}${more}
FROM ${rows} WHERE source IS DISTINCT FROM 'test'`,
    durations: null,
  },
  deliveries: {
    table: 'event_deliveries',
    open: "status IN ('pending', 'delivering', 'retrying')",
    facts: (rows, more = '') => `
SELECT created_at, event_type AS type, channel, subscription, subscription_name, 0 AS unmatched,
  (status = 'delivered')::int AS delivered, (status = 'dead')::int AS dead, (status = 'poisoned')::int AS poisoned,
  (status = 'cancelled')::int AS cancelled, attempts_finished AS attempts${more}
FROM ${rows} WHERE step >= 0`,
    durations: (rows) => `
SELECT created_at, channel, subscription, extract(epoch FROM delivered_at - created_at)::float8 * 1000 AS ms
FROM ${rows} WHERE step >= 0 AND status = 'delivered' AND delivered_at IS NOT NULL`,
  },
  attempts: {
    table: 'event_attempts',
    open: null,
    facts: null,
    durations: (rows) => `
SELECT created_at, channel, subscription, duration_ms::float8 AS ms FROM ${rows} WHERE duration_ms IS NOT NULL`,
  },
}

/** All of them, in the order in which they are counted. */
export const sourceNames: readonly Source[] = ['events', 'deliveries', 'attempts']
