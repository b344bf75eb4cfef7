import type { Reason } from '../channels/reason.ts'
import type { StoredCredential } from './storedCredential.ts'

/** Credentials that may be used now, or why there are none. */
export type RefreshOutcome =
  | { isOk: true; credential: StoredCredential }
  | {
      isOk: false
      code: string
      reason: string
      reasons?: readonly Reason[]
      /** True: only a person can repair it. */
      isFinal: boolean
    }

/** Renews tokens that are about to expire; of all processes one asks the service. Never rejects for what a service says. */
export type CredentialRefresher = {
  /** The given credentials when they still hold, else renewed ones. `marginMs` before the end they count as ended. */
  fresh: (credential: StoredCredential, marginMs?: number) => Promise<RefreshOutcome>
}
