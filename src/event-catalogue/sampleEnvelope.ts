import type { AnyEventDefinition } from './eventDefinition.ts'
import type { EventEmitter } from './eventEmitter.ts'
import type { EventMeta, FlowEvent } from './flowEvent.ts'

const moment = '2026-11-21T10:00:00.000Z'

/** A whole event of a type as a receiver gets it, with the data of the definition's sample. */
export function sampleEnvelope(
  { sample, type, version }: AnyEventDefinition,
  emitter?: EventEmitter,
): FlowEvent<string, unknown> {
  const { current, previous } = sample as { current?: { id?: unknown }; previous?: unknown }
  const documentId = current?.id === undefined ? null : String(current.id)
  return {
    id: 'evt_01930000-0000-7000-8000-000000000001',
    type,
    version,
    timestamp: moment,
    data: sample,
    meta: {
      ...origin(emitter, previous === null || previous === undefined),
      documentId,
      userId: '1',
      userEmail: 'anna@example.com',
      locale: 'ru',
      causationId: null,
      hop: 0,
      sequence: documentId === null ? null : 1,
    },
  }
}

function origin(
  emitter: EventEmitter | undefined,
  isNew: boolean,
): Pick<EventMeta, 'source' | 'collection' | 'operation'> {
  if (!emitter) return { source: 'api', collection: null, operation: null }
  const { collection, trigger } = emitter
  if (trigger === 'publish') return { source: 'code', collection, operation: 'publish' }
  if (trigger === 'save') {
    return { source: 'collection_operation', collection, operation: isNew ? 'create' : 'update' }
  }
  if (trigger === 'time') return { source: 'schedule', collection, operation: null }
  if (trigger === 'delete')
    return { source: 'collection_operation', collection, operation: trigger }
  // A sign of life that is no login has no operation of its own.
  return { source: 'auth', collection, operation: trigger === 'activity' ? null : trigger }
}
