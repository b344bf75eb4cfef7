import type { FieldHook } from 'payload'

import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'
import { audienceOf } from './audienceOf.ts'
import { countAudience } from './countAudience.ts'

const planned = new Set<unknown>(['draft', 'scheduled'])

/** Counts the audience whenever one planned campaign is read; in lists it would be a query per line. */
export const audienceSize: FieldHook = async ({ findMany, req, siblingData }) => {
  if (findMany || !planned.has(siblingData['status'])) return null
  const sql = await sqlOfRequest(req.payload, req)
  return countAudience(sql, audienceOf(siblingData['audience']))
}
