import type { Payload } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { integrationsSql } from './integrationsSql.ts'

/** Numbers of the dashboard; the first three of the last 24 hours, the others of now. */
export type IntegrationsNumbers = {
  events: number
  delivered: number
  failed: number
  waiting: number
  /** Workers with a heartbeat younger than 15 seconds. */
  workers: number
  /** The youngest heartbeat of all. */
  lastSeenAt: Date | null
}

/** Reads the dashboard's numbers in one query. */
export async function integrationsNumbers(
  payload: Payload,
): Promise<IntegrationsNumbers | undefined> {
  const sql = await sqlOfRequest(payload)
  const { rows } = await sql.query<IntegrationsNumbers>(integrationsSql)
  return rows[0]
}
