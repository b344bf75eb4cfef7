import type { AnyEventDefinition } from '../../event-catalogue/eventDefinition.ts'

/** A whole event of a type as a receiver gets it, with the data of the definition's sample. */
export function sampleEnvelope({
  sample,
  type,
  version,
}: AnyEventDefinition): Record<string, unknown> {
  const current = (sample as { current?: { id?: unknown } }).current
  const documentId = current?.id === undefined ? null : String(current.id)
  return {
    id: 'evt_01930000-0000-7000-8000-000000000001',
    type,
    version,
    timestamp: '2026-11-21T10:00:00.000Z',
    data: sample,
    meta: {
      source: 'api',
      collection: null,
      operation: null,
      documentId,
      userId: '1',
      userEmail: 'anna@example.com',
      locale: 'en',
      causationId: null,
      hop: 0,
      sequence: documentId === null ? null : 1,
    },
  }
}
