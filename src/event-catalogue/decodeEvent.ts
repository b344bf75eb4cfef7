import * as z from 'zod'

import { FlowError } from '../kernel/flowError.ts'
import type { AnyEventDefinition, EventOf } from './eventDefinition.ts'
import { schemaIssues } from './schemaIssues.ts'

const text = z.string()

// Loose on purpose: a row written by a newer release may carry more than this one knows.
const envelope = z.looseObject({
  id: text,
  type: text,
  version: z.int(),
  timestamp: text,
  data: z.unknown(),
  meta: z.looseObject({
    source: text,
    collection: text.nullable(),
    operation: text.nullable(),
    documentId: text.nullable(),
    userId: text.nullable(),
    userEmail: text.nullable(),
    locale: text.nullable(),
    causationId: text.nullable(),
    hop: z.int(),
    reconciled: z.literal(true).optional(),
    traceparent: text.optional(),
    sequence: z.int().nullable(),
  }),
})

type DecodeOptions<Definition extends AnyEventDefinition> = {
  row: unknown
  /** Throws FLOW_EVENT_UNKNOWN. */
  find: (type: string) => Definition
}

/** See `Catalogue.decode`. */
export function decodeEvent<Definition extends AnyEventDefinition>({
  row,
  find,
}: DecodeOptions<Definition>): EventOf<Definition> {
  const parsed = envelope.safeParse(row)
  if (!parsed.success) throw misfit('The row is not an event', schemaIssues(parsed.error, 'event'))
  const { type, version, data } = parsed.data
  const definition = find(type)
  if (definition.version !== version) {
    throw new FlowError({
      code: 'FLOW_EVENT_UNKNOWN',
      message: `Version ${version} of ${type} is not in the catalogue, which has version ${definition.version}.`,
      status: 400,
      details: { type, version },
    })
  }
  const checked = definition.schema.safeParse(data)
  if (!checked.success) throw misfit(`The data of ${type} do not fit`, schemaIssues(checked.error))
  // The one cast between a stored row and its type: envelope and data were just checked.
  return row as EventOf<Definition>
}

function misfit(what: string, issues: string[]): FlowError {
  return new FlowError({
    code: 'FLOW_EVENT_INVALID',
    message: `${what}: ${issues.join('; ')}.`,
    status: 400,
    details: { issues },
  })
}
