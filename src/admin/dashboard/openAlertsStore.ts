import type { Payload } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import type { Localised } from '../../kernel/localised.ts'
import type { AlertRuleName } from '../../monitoring/alerts/alertRules.ts'

/** An alert that has not closed. */
export type OpenAlert = { id: string; rule: AlertRuleName; message: Localised; openedAt: Date }

/** Those that are open now, the oldest first. */
export async function openAlerts(payload: Payload): Promise<OpenAlert[]> {
  const sql = await sqlOfRequest(payload)
  const { rows } = await sql.query<OpenAlert>(
    'SELECT id, rule, message, opened_at AS "openedAt" FROM system_alerts WHERE closed_at IS NULL ORDER BY opened_at',
  )
  return rows
}
