const text = { type: 'string' }
const textOrNull = { type: ['string', 'null'] }

/** What all messages share, as JSON Schema draft 7. The TypeScript side is `FlowEvent` and `EventMeta`. */
export const envelopeSchemas = {
  EventId: {
    ...text,
    pattern: '^evt_',
    description: 'Id of the event: the same in every delivery and on every try.',
  },
  Timestamp: { ...text, format: 'date-time', description: 'When it happened, UTC.' },
  EventMeta: {
    type: 'object',
    description: 'Where the event came from and what caused it.',
    required: [
      'source',
      'collection',
      'operation',
      'documentId',
      'userId',
      'userEmail',
      'locale',
      'causationId',
      'hop',
      'sequence',
    ],
    properties: {
      source: {
        ...text,
        enum: ['collection_operation', 'auth', 'api', 'code', 'schedule', 'test'],
        description: '`test`: sent by hand to try a subscription; nothing happened.',
      },
      collection: { ...textOrNull, description: 'Collection of the document.' },
      operation: {
        ...textOrNull,
        enum: ['create', 'update', 'delete', 'login', 'logout', 'publish', null],
      },
      documentId: textOrNull,
      userId: { ...textOrNull, description: 'Who did it; null for visitors and schedules.' },
      userEmail: textOrNull,
      locale: { ...textOrNull, description: 'Content locale of the request.' },
      causationId: { ...textOrNull, description: 'Id of the event that led to this one.' },
      hop: { type: 'integer', minimum: 0, description: 'Events between this one and its cause.' },
      reconciled: {
        type: 'boolean',
        const: true,
        description:
          'The change was found without an event and told afterwards; it happened before `timestamp`.',
      },
      traceparent: {
        ...text,
        description: 'W3C trace context of the write; only where the site traces.',
      },
      sequence: {
        type: ['integer', 'null'],
        minimum: 1,
        description: 'Counter of the document: drop an event older than one you have seen.',
      },
    },
  },
  WebhookHeaders: {
    type: 'object',
    description: 'Signed as https://www.standardwebhooks.com describes.',
    required: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
    properties: {
      'webhook-id': {
        ...text,
        description: 'Id of the delivery: the same on every try. Ignore one that you know.',
      },
      'webhook-timestamp': {
        ...text,
        pattern: '^\\d+$',
        description: 'Seconds since the epoch, of this try.',
      },
      'webhook-signature': {
        ...text,
        pattern: '^v1,\\S+( v1,\\S+)*$',
        description:
          'HMAC-SHA256 of `<id>.<timestamp>.<body>` in base64; several while a secret is being rotated.',
      },
    },
  },
} as const
