import * as z from 'zod'

const fieldId = z.string().regex(/^[1-9]\d*$/)
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.unknown())])
const positive = z.number().int().positive()

/** Bodies as far as they are documented; anything else is refused. */
export const lptrackerSchemas = {
  login: z.strictObject({
    login: z.string(),
    password: z.string(),
    service: z.string().min(1),
    version: z.literal('1.0'),
  }),
  contact: z.strictObject({
    project_id: positive,
    name: z.string().min(1).optional(),
    details: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('phone'), data: z.string().regex(/^\d{7,15}$/) }),
          z.strictObject({ type: z.literal('email'), data: z.email() }),
        ]),
      )
      .min(1),
    fields: z.record(fieldId, value).optional(),
  }),
  lead: z.strictObject({
    name: z.string().min(1),
    funnel: positive.optional(),
    owner: positive.optional(),
    custom: z.record(fieldId, value).optional(),
    callback: z.boolean().optional(),
    view: z
      .strictObject({
        source: z.string().optional(),
        campaign: z.string().optional(),
        keyword: z.string().optional(),
      })
      .optional(),
  }),
}
