const DAY_MS = 86_400_000

/** Days before the end of credentials at which people are warned, the nearest last. */
export const expiryWarningDays = [30, 7] as const

/** How credentials are, for lists: the worst that is known of them. */
export type CredentialHealth = 'expired' | 'failing' | 'expiring' | 'working' | 'unchecked'

/** What tells how credentials are. Tokens that are renewed by themselves do not warn of their end. */
export type HealthFacts = {
  /** Milliseconds since the epoch. */
  expiresAt: number | null
  isRefreshed: boolean
  /** Whether the last check or renewal went well; null: there was none. */
  isOk: boolean | null
}

/** The state of credentials at `now`. */
export function credentialHealth(
  { expiresAt, isOk, isRefreshed }: HealthFacts,
  now: number,
): CredentialHealth {
  const warning = isRefreshed ? null : expiryWarning(expiresAt, now)
  if (warning === 0) return 'expired'
  if (isOk === false) return 'failing'
  if (warning !== null) return 'expiring'
  return isOk === true ? 'working' : 'unchecked'
}

/** The warning that is due, in days before the end: 30, 7, or 0 when it has come. Null: none yet. */
export function expiryWarning(expiresAt: number | null, now: number): 30 | 7 | 0 | null {
  if (expiresAt === null) return null
  if (expiresAt <= now) return 0
  const due = expiryWarningDays.filter((days) => expiresAt - now <= days * DAY_MS)
  return due.at(-1) ?? null
}
