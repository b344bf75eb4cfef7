import type { EventMeta } from '../event-catalogue/flowEvent.ts'

/**
 * What a publisher may say about an event. Left out: `source` is `code`, `hop` 0, the rest null.
 * The per-document `sequence` is the database's to give, `traceparent` the site's tracing's.
 */
export type EventMetaInput = Partial<
  Omit<EventMeta, 'sequence' | 'traceparent' | 'documentId' | 'userId'>
> & {
  documentId?: string | number | null
  userId?: string | number | null
}
