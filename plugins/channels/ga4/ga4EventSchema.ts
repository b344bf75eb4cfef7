import * as z from 'zod'

/** Limits of the Measurement Protocol; what is beyond them Google drops or cuts without a word. */
export const ga4Limits = {
  params: 25,
  nameLength: 40,
  valueLength: 100,
  userProperties: 25,
  userPropertyName: 24,
  userPropertyValue: 36,
  items: 200,
  bodyBytes: 130_000,
  ageHours: 72,
} as const

const reservedNames =
  /^(?:ad_activeview|ad_click|ad_exposure|ad_query|ad_reward|adunit_exposure|app_clear_data|app_exception|app_install|app_remove|app_store_refund|app_update|app_upgrade|dynamic_link_.+|error|first_open|first_visit|in_app_purchase|notification_.+|os_update|session_start|user_engagement)$/
const reservedPrefix = /^(?:_|ga_|google_|firebase_|gtag\.)/

const nameOf = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z]\w*$/, 'letters, digits and "_" only, a letter first')
    .max(most)
    .refine((name) => !reservedPrefix.test(name), 'the prefix is reserved')
const scalar = (most: number) =>
  z.union([z.string().max(most), z.number(), z.boolean()], `at most ${most} characters`)
const consent = z.enum(['GRANTED', 'DENIED'])
const item = z.record(nameOf(ga4Limits.nameLength), scalar(ga4Limits.valueLength))

/** What a mapping may make; `name` and `params` become the one event of the request. */
export const ga4EventSchema = z.strictObject({
  name: nameOf(ga4Limits.nameLength).refine(
    (name) => !reservedNames.test(name),
    'the name is reserved',
  ),
  client_id: z.coerce.string().min(1).max(200).optional(),
  user_id: z.coerce.string().min(1).max(256).optional(),
  timestamp_micros: z.int().positive(),
  user_properties: z
    .record(nameOf(ga4Limits.userPropertyName), scalar(ga4Limits.userPropertyValue))
    .refine((all) => Object.keys(all).length <= ga4Limits.userProperties, 'too many')
    .optional(),
  consent: z
    .strictObject({ ad_user_data: consent.optional(), ad_personalization: consent.optional() })
    .optional(),
  ip_override: z.union([z.ipv4(), z.ipv6()]).optional(),
  user_location: z.record(z.string(), z.string()).optional(),
  params: z
    .looseObject({ items: z.array(item).max(ga4Limits.items).optional() })
    .superRefine((params, context) => {
      const entries = Object.entries(params).filter(([name]) => name !== 'items')
      if (entries.length > ga4Limits.params)
        context.addIssue({ code: 'custom', message: `more than ${ga4Limits.params}` })
      for (const [name, value] of entries) {
        const isFit =
          nameOf(ga4Limits.nameLength).safeParse(name).success &&
          scalar(ga4Limits.valueLength).safeParse(value).success
        if (!isFit)
          context.addIssue({ code: 'custom', path: [name], message: 'name or value does not fit' })
      }
    }),
})
