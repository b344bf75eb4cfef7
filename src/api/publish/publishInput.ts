import * as z from 'zod'

const eventInput = z.strictObject({
  type: z.string().min(1).max(200),
  /** Checked by the event's own schema. */
  data: z.looseObject({ current: z.looseObject({}) }),
  meta: z
    .strictObject({
      collection: z.string().nullish(),
      documentId: z.union([z.string(), z.number()]).nullish(),
      locale: z.string().nullish(),
      causationId: z.string().nullish(),
      hop: z.number().int().min(0).optional(),
    })
    .refine(({ collection, documentId }) => documentId == null || collection != null, {
      error: 'a documentId needs the collection it belongs to',
      path: ['collection'],
    })
    .optional(),
  idempotencyKey: z.string().min(1).max(255).optional(),
})

/** Body of `POST /api/events/publish`: one event, or up to a hundred that are stored all or none. */
export const publishInput = z.unknown().transform((body, context): PublishInput => {
  const isBatch = typeof body === 'object' && body !== null && 'events' in body
  const parsed = (isBatch ? batchInput : eventInput).safeParse(body)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) context.addIssue({ ...issue })
  return z.NEVER
})

const batchInput = z.strictObject({ events: z.array(eventInput).min(1).max(100) })

/** One event as a publisher sends it. */
export type EventInput = z.output<typeof eventInput>

/** {@link publishInput}, parsed. */
export type PublishInput = EventInput | { events: EventInput[] }
