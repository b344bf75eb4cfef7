import * as z from 'zod'

const id = z.number().int().positive()
const value = z.strictObject({
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  enum_id: id.optional(),
  enum_code: z.string().optional(),
})
const values = z.array(value).min(1)
/** A field by its number or its code, never by both. */
const customFields = z
  .array(
    z.union([
      z.strictObject({ field_id: id, values }),
      z.strictObject({ field_code: z.string(), values }),
    ]),
  )
  .max(40)
const tags = z.array(z.strictObject({ name: z.string().min(1) })).min(1)

const leadFields = {
  name: z.string().min(1).max(255).optional(),
  price: z.number().nonnegative().optional(),
  pipeline_id: id.optional(),
  status_id: id.optional(),
  responsible_user_id: id.optional(),
  custom_fields_values: customFields.optional(),
}
const newContact = z.strictObject({
  first_name: z.string().min(1).optional(),
  last_name: z.string().min(1).optional(),
  custom_fields_values: customFields.optional(),
})
const newLead = { ...leadFields, request_id: z.string() }

/** Bodies that the fake takes; what it does not know it refuses, because that is a mistake of ours. */
export const amocrmSchemas = {
  complex: z
    .array(
      z.strictObject({
        ...newLead,
        _embedded: z
          .strictObject({ tags: tags.optional(), contacts: z.tuple([newContact]).optional() })
          .optional(),
      }),
    )
    .min(1)
    .max(50),
  leads: z
    .array(
      z.strictObject({
        ...newLead,
        _embedded: z
          .strictObject({
            tags: tags.optional(),
            contacts: z.array(z.strictObject({ id, is_main: z.boolean() })).optional(),
          })
          .optional(),
      }),
    )
    .min(1)
    .max(250),
  change: z.strictObject({ ...leadFields, tags_to_add: tags.optional() }),
  search: z.strictObject({
    query: z.string().min(1),
    limit: z.coerce.number().int().min(1).max(250),
    page: z.coerce.number().int().min(1),
    'order[id]': z.enum(['asc', 'desc']).optional(),
  }),
  tokens: z.discriminatedUnion('grant_type', [
    z.strictObject({
      grant_type: z.literal('refresh_token'),
      refresh_token: z.string(),
      client_id: z.string(),
      client_secret: z.string(),
      redirect_uri: z.string(),
    }),
    z.strictObject({
      grant_type: z.literal('authorization_code'),
      code: z.string(),
      client_id: z.string(),
      client_secret: z.string(),
      redirect_uri: z.string(),
    }),
  ]),
}

export type CustomFields = z.output<typeof customFields>
export type NewContact = z.output<typeof newContact>
/** A lead as a request brings it, whatever hangs on it. */
export type LeadFields = z.output<typeof amocrmSchemas.change>
