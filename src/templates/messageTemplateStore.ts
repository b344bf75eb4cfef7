import type { Payload, PayloadRequest } from 'payload'

import { messageParts } from '../channels/messagePart.ts'
import type { MessageTemplate } from './messageTemplate.ts'

/** The collection of templates. */
export const MESSAGE_TEMPLATES = 'message-templates'

type Row = { id: number | string; key?: unknown } & Record<string, unknown>

/** Every stored template in every language, read past hooks and access. */
export async function loadTemplates(
  payload: Payload,
  req: Partial<PayloadRequest> = {},
): Promise<MessageTemplate[]> {
  const { docs } = await payload.db.find<Row>({
    collection: MESSAGE_TEMPLATES,
    pagination: false,
    limit: 0,
    sort: 'id',
    locale: 'all',
    req,
  })
  return docs.map((row) => ({
    id: String(row.id),
    key: String(row.key),
    parts: Object.fromEntries(
      messageParts.flatMap((part) => {
        const texts = textsOf(row[part])
        return Object.keys(texts).length === 0 ? [] : [[part, texts]]
      }),
    ),
  }))
}

function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  const written = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  )
  return Object.fromEntries(written)
}
