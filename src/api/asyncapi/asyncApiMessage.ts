import type { AnyEventDefinition } from '../../event-catalogue/eventDefinition.ts'
import type { EventEmitter } from '../../event-catalogue/eventEmitter.ts'
import { sampleEnvelope } from '../../event-catalogue/sampleEnvelope.ts'
import { toJsonSchema } from '../../event-catalogue/toJsonSchema.ts'

/** The message of one type: its envelope with the schema of `data`, headers by reference, and an example. */
export function asyncApiMessage(
  definition: AnyEventDefinition,
  emitter: EventEmitter | undefined,
): Record<string, unknown> {
  const { area, firesWhen, summary, type, version } = definition
  const { $schema: _dialect, ...data } = toJsonSchema(definition, 'draft-7')
  return {
    name: type,
    title: type,
    summary: summary.en,
    description: `Fires when: ${firesWhen.en}\n\n${summary.ru} ${firesWhen.ru}`,
    contentType: 'application/json',
    tags: [{ name: area.slug, description: `${area.label.en} / ${area.label.ru}` }],
    headers: { $ref: '#/components/schemas/WebhookHeaders' },
    payload: {
      type: 'object',
      required: ['id', 'type', 'version', 'timestamp', 'data', 'meta'],
      properties: {
        id: { $ref: '#/components/schemas/EventId' },
        type: { type: 'string', const: type },
        version: { type: 'integer', const: version },
        timestamp: { $ref: '#/components/schemas/Timestamp' },
        data,
        meta: { $ref: '#/components/schemas/EventMeta' },
      },
    },
    examples: [
      {
        name: 'sample',
        summary: summary.en,
        headers: {
          'webhook-id': 'dlv_01930000-0000-7000-8000-000000000002',
          'webhook-timestamp': '1795255200',
          'webhook-signature': 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
        },
        payload: sampleEnvelope(definition, emitter),
      },
    ],
  }
}
