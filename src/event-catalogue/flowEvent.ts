import type { JsonObject } from '../kernel/json.ts'

/** Where an event came from and what caused it. */
export type EventMeta = {
  source: 'collection_operation' | 'auth' | 'api' | 'code' | 'schedule' | 'test'
  /** Slug of the collection the document belongs to; null for events without a document. */
  collection: string | null
  operation: 'create' | 'update' | 'delete' | 'login' | 'logout' | 'publish' | null
  documentId: string | null
  userId: string | null
  userEmail: string | null
  /** Content locale of the request that made the change. */
  locale: string | null
  /** Id of the event that led to this one; null when a person or an outside system did. */
  causationId: string | null
  /** How many events stand between this one and its first cause; loops are cut by it. */
  hop: number
  /** Found missing and told afterwards: what happened, happened before `timestamp`, and nobody knows by whom. */
  reconciled?: true
  /** The W3C trace context of the write; only where the site traces, with an OpenTelemetry SDK of its own. */
  traceparent?: string
  /** Per-document counter starting at 1: a receiver drops an event older than one it has seen. Null without a document. */
  sequence: number | null
}

/** What changed: the document's row after and before, and the top-level fields that differ. */
export type EventData = {
  current: JsonObject
  previous: JsonObject | null
  changed: string[]
  [extra: string]: unknown
}

/** The envelope every receiver sees; the exact JSON text of it is stored and signed. */
export type FlowEvent<Type extends string = string, Data = EventData> = {
  id: string
  type: Type
  version: number
  /** ISO 8601, UTC. */
  timestamp: string
  data: Data
  meta: EventMeta
}
