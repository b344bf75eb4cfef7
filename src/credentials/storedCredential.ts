import type { Reason } from '../channels/reason.ts'

/** What the last check of an account, or the last renewal of its tokens, said. */
export type CredentialCheck = {
  /** ISO time. */
  at: string
  kind: 'test' | 'refresh'
  isOk: boolean
  /** Whose account it is, when all went well. */
  account: string | null
  code: string | null
  /** The English sentence; `reasons` for readers of other languages. */
  reason: string | null
  reasons: readonly Reason[] | null
}

/** Credentials of one account as they lie in the vault. */
export type StoredCredential = {
  id: string
  name: string
  channel: string
  /** What its secrets are bound to; see `credentialContext`. */
  vaultId: string
  /** Sealed, or `env:NAME`, by field name. */
  secrets: Record<string, string>
  /** Values of the account that are no secrets, by field name. */
  values: Record<string, unknown>
  /** Milliseconds since the epoch. */
  expiresAt: number | null
  lastCheck: CredentialCheck | null
}
