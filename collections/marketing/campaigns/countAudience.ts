import type { Sql } from '../../../src/kernel/sql.ts'
import type { Audience } from './audienceOf.ts'
import { audienceSql } from './audienceSql.ts'

/** How many people would get a letter now. */
export async function countAudience(sql: Sql, audience: Audience): Promise<number> {
  const { values, where } = audienceSql(audience)
  const { rows } = await sql.query<{ people: string }>(
    `select count(*) as people from newsletter_subscribers s where ${where}`,
    values,
  )
  return Number(rows[0]?.people ?? 0)
}
