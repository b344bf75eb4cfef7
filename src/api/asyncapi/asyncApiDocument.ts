import type { AnyEventDefinition } from '../../event-catalogue/eventDefinition.ts'
import type { EventEmitter } from '../../event-catalogue/eventEmitter.ts'
import { asyncApiMessage } from './asyncApiMessage.ts'
import { envelopeSchemas } from './envelopeSchemas.ts'

/** What the document is made from. */
export type AsyncApiInput = {
  definitions: readonly AnyEventDefinition[]
  emittersOf: (type: string) => readonly EventEmitter[]
  /** Version of the site's events: the package's. */
  version: string
}

/**
 * The catalogue as an AsyncAPI 3.0 document: a channel, an operation and a message per type. There are no servers: the
 * addresses are those of the receivers, and each subscription has its own.
 */
export function asyncApiDocument(input: AsyncApiInput): Record<string, unknown> {
  const { definitions, emittersOf, version } = input
  const perType = <Value>(make: (definition: AnyEventDefinition) => Value) =>
    Object.fromEntries(definitions.map((definition) => [definition.type, make(definition)]))
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'FlowMasters events',
      version,
      description:
        'Every event is posted as JSON to the webhooks that subscribe to it, at least once, signed as Standard Webhooks describes. Answer with 2xx as soon as it is stored.',
    },
    defaultContentType: 'application/json',
    channels: perType(({ summary, type }) => ({
      address: null,
      title: type,
      summary: summary.en,
      description: 'The address is the URL of the subscription.',
      messages: { [type]: { $ref: `#/components/messages/${type}` } },
    })),
    operations: perType(({ summary, type }) => ({
      action: 'send',
      channel: { $ref: `#/channels/${type}` },
      summary: summary.en,
      bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
      messages: [{ $ref: `#/channels/${type}/messages/${type}` }],
    })),
    components: {
      messages: perType((definition) =>
        asyncApiMessage(definition, emittersOf(definition.type)[0]),
      ),
      schemas: envelopeSchemas,
    },
  }
}
