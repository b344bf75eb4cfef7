import type { EventMeta } from '../event-catalogue/flowEvent.ts'

/**
 * What a publisher may say about an event. Left out: `source` is `code`, `hop` 0, the rest null.
 * The per-document `sequence` is the database's to give.
 */
export type EventMetaInput = Partial<Omit<EventMeta, 'sequence' | 'documentId' | 'userId'>> & {
  documentId?: string | number | null
  userId?: string | number | null
}
