import type { Audience } from './audienceOf.ts'

/** A condition on `newsletter_subscribers s`; its parameters are numbered from `$first` on. */
export type AudienceSql = { where: string; values: unknown[] }

/**
 * Subscribed people who pass every filter that was set. Counting before and choosing at the start use the same
 * condition, so the number a manager was shown is the number that gets letters.
 */
export function audienceSql({ lists, locales, tags }: Audience, first = 1): AudienceSql {
  const values: unknown[] = []
  const parameter = (value: unknown): string => {
    values.push(value)
    return `$${first + values.length - 1}`
  }
  const conditions = ["s.status = 'subscribed'"]
  if (locales.length > 0) conditions.push(`s.locale::text = any(${parameter(locales)}::text[])`)
  if (lists.length > 0) {
    conditions.push(
      `exists (select 1 from newsletter_subscribers_rels r where r.parent_id = s.id
         and r.path = 'lists' and r.newsletter_lists_id::text = any(${parameter(lists.map(String))}::text[]))`,
    )
  }
  if (tags.length > 0) {
    conditions.push(
      `exists (select 1 from newsletter_subscribers_texts t where t.parent_id = s.id
         and t.path = 'tags' and t.text = any(${parameter(tags)}::text[]))`,
    )
  }
  return { where: conditions.join(' and '), values }
}
