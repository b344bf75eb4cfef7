import type { Attributes } from '@opentelemetry/api'

/**
 * What a trace says of an event, in OpenTelemetry's words for messaging. Types and ids only, never data, addresses or
 * secrets: traces leave the house.
 */
export function eventAttributes(
  operation: 'publish' | 'fan-out' | 'deliver',
  event: { type: string; id?: string },
): Attributes {
  return {
    'messaging.system': 'flowmasters',
    'messaging.operation.name': operation,
    'messaging.operation.type': operation === 'publish' ? 'send' : 'process',
    'messaging.destination.name': event.type,
    ...(event.id === undefined ? {} : { 'messaging.message.id': event.id }),
  }
}
