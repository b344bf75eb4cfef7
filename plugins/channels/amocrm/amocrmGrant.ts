import type { JsonObject } from '../../../src/index.ts'
import type { AmocrmTarget } from './amocrmTarget.ts'

/**
 * Stands where a code was, once it was changed for tokens: a code is good for one use. A text that occurs nowhere else,
 * because secrets are masked wherever they stand.
 */
export const USED_CODE = 'code-was-changed-for-tokens'

/** What tokens are asked for with, or what is missing for it. */
export type AmocrmGrant =
  | { json: JsonObject; isCode: boolean }
  | { missing: 'not_renewable' | 'integration_missing' }

/** A code that a person has just entered goes before the refresh token: they connect the account anew. */
export function amocrmGrant(
  { clientId, redirectUri }: Partial<Pick<AmocrmTarget, 'clientId' | 'redirectUri'>>,
  secrets: Record<string, string>,
): AmocrmGrant {
  const secretOf = (name: string): string => (secrets[name] ?? '').trim()
  const code = secretOf('authorizationCode')
  const isCode = code !== '' && code !== USED_CODE
  const refreshToken = secretOf('refreshToken')
  if (!isCode && refreshToken === '') return { missing: 'not_renewable' }
  const clientSecret = secretOf('clientSecret')
  if (!clientId || !redirectUri || clientSecret === '') return { missing: 'integration_missing' }
  return {
    isCode,
    json: {
      client_id: clientId,
      client_secret: clientSecret,
      ...(isCode
        ? { grant_type: 'authorization_code', code }
        : { grant_type: 'refresh_token', refresh_token: refreshToken }),
      redirect_uri: redirectUri,
    },
  }
}
