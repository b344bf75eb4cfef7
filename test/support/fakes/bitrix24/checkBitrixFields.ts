import * as z from 'zod'

const list = z
  .array(
    z.strictObject({
      VALUE: z.string().min(1),
      VALUE_TYPE: z.enum(['WORK', 'MOBILE', 'FAX', 'HOME', 'PAGER', 'MAILING', 'OTHER']),
    }),
  )
  .min(1)
const text = z.string().max(255)
const common = {
  SOURCE_ID: text,
  SOURCE_DESCRIPTION: z.string(),
  OPENED: z.enum(['Y', 'N']),
  COMMENTS: z.string(),
  ASSIGNED_BY_ID: z.string().regex(/^\d+$/),
  ORIGINATOR_ID: text,
  ORIGIN_ID: text,
  UTM_SOURCE: text,
  UTM_MEDIUM: text,
  UTM_CAMPAIGN: text,
  UTM_CONTENT: text,
  UTM_TERM: text,
}
const person = { NAME: text, LAST_NAME: text, PHONE: list, EMAIL: list }
const money = { OPPORTUNITY: z.number(), CURRENCY_ID: z.string().length(3) }
const known: Record<string, Record<string, z.ZodType>> = {
  lead: { ...common, ...person, ...money, TITLE: text.min(1), STATUS_ID: text },
  deal: { ...common, ...money, TITLE: text.min(1), STAGE_ID: text, CONTACT_ID: z.string() },
  contact: { ...common, ...person },
}

/**
 * What Bitrix24 would refuse of these fields. Names it does not know it ignores; the fake refuses them, because
 * they are mistakes of ours.
 */
export function checkBitrixFields(
  entity: 'lead' | 'deal' | 'contact',
  fields: Record<string, unknown>,
): { error: string; description: string } | null {
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith('UF_CRM_')) continue
    const schema = known[entity]?.[name]
    if (schema === undefined) return { error: 'FAKE_UNKNOWN_FIELD', description: name }
    if (schema.safeParse(value).success) continue
    return name === 'PHONE' || name === 'EMAIL'
      ? { error: '100', description: 'Expected iterable value for multiple field, but got string' }
      : { error: 'CRM_FIELD_ERROR_VALUE_NOT_VALID', description: `Неверное значение поля ${name}` }
  }
  return null
}
