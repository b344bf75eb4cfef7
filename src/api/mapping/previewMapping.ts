import type { Endpoint, Payload } from 'payload'
import * as z from 'zod'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { sampleEnvelope } from '../../event-catalogue/sampleEnvelope.ts'
import type { FlowEvent } from '../../event-catalogue/flowEvent.ts'
import { checkMappingTemplates } from '../../field-mapper/checkMappingTemplates.ts'
import { mapEvent } from '../../field-mapper/mapEvent.ts'
import { overlayMapping } from '../../field-mapper/overlayMapping.ts'
import { parseMapping } from '../../field-mapper/parseMapping.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { notFound } from '../../http/notFound.ts'
import type { FlowRuntime } from '../../runtime/flowRuntime.ts'
import { templateScope } from '../../templates/templateScope.ts'
import { eventBodySql } from './eventBodySql.ts'

const previewInput = z
  .strictObject({
    mapping: z.unknown(),
    /** Slug of the channel whose ready rules lie below the mapping's own. */
    channel: z.string().max(100).optional(),
    type: z.string().max(200).optional(),
    eventId: z.string().max(100).optional(),
  })
  .refine(({ eventId, type }) => (eventId === undefined) !== (type === undefined), {
    error: 'give either the type of a sample or the id of a logged event',
    path: ['type'],
  })

/**
 * `POST /api/events/mapping/preview`: what a mapping makes of a logged event or of the sample of a type, without sending it.
 * Answers the object and the problems of fields; 400 FLOW_MAPPING_INVALID names the rule that is malformed.
 */
export const previewMapping = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/events/mapping/preview',
    access: manage,
    body: previewInput,
    maxBodyBytes: 256 * 1024,
    handle: async ({ body, payload, runtime }) => {
      const own = parseMapping(body.mapping)
      checkMappingTemplates(own, runtime.templates)
      const event = await eventOf(body, { payload, runtime })
      const channel = body.channel === undefined ? undefined : runtime.channels.get(body.channel)
      const mapping = overlayMapping(channel?.readyMapping?.(event.type) ?? [], own)
      const { problems, value } = await mapEvent(mapping, templateScope(event), runtime.templates)
      return jsonResponse({ event: { id: event.id, type: event.type }, value, problems })
    },
  })

type Event = FlowEvent<string, unknown>

async function eventOf(
  { eventId, type = '' }: z.output<typeof previewInput>,
  { payload, runtime }: { payload: Payload; runtime: FlowRuntime },
): Promise<Event> {
  if (eventId === undefined) {
    return sampleEnvelope(runtime.catalogue.get(type), runtime.emittersOf(type)[0])
  }
  const sql = await sqlOfRequest(payload)
  const [row] = (await sql.query(eventBodySql, [eventId])).rows
  if (!row) throw notFound('event', eventId)
  // What is stored was built and serialised here, so its text is an event whatever release wrote it.
  const stored: Event = JSON.parse(String(row['body']))
  return stored
}
