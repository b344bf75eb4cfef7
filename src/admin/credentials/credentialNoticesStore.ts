import type { Payload } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'

/** Credentials that somebody has to look after. */
export type CredentialNotice = {
  id: string
  name: string
  health: 'expired' | 'expiring' | 'failing'
  expiresAt: Date | null
}

// The marks are made by the job `watch-credentials`; an end that has come meanwhile needs no mark.
const noticesSql = `
SELECT id::text AS id, name, expires_at AS "expiresAt",
  CASE WHEN expiry_warning IS NOT NULL AND expires_at <= now() THEN 'expired'
    WHEN last_check_is_ok = false THEN 'failing' ELSE 'expiring' END AS health
FROM channel_credentials
WHERE expiry_warning IS NOT NULL OR last_check_is_ok = false
ORDER BY expires_at NULLS LAST, name LIMIT 20`

/** What the dashboard shows of the vault: what expires within 30 days, has expired, or failed its last check. */
export async function credentialNotices(payload: Payload): Promise<CredentialNotice[]> {
  const sql = await sqlOfRequest(payload)
  const { rows } = await sql.query<CredentialNotice>(noticesSql)
  return rows
}
