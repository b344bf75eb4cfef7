/** How a process that renews is set up. */
export type RenewalSetup = {
  databaseUrl: string
  encryptionKeys: string
  credentialId: number
  /** Where amoCRM is. */
  url: string
}

/** What it tells. */
export type RenewalReport =
  | { type: 'ready' }
  | { type: 'renewed'; isOk: boolean; expiresAt: number | null }
  | { type: 'failed'; reason: string }
