import type { SuppressionReason } from '../channels/channelCallback.ts'

/** An address that is to be left alone from now on. */
export type Suppression = {
  channel: string
  address: string
  reason: SuppressionReason
  /** The delivery that taught us. */
  deliveryId: string | null
}

/** Addresses that must not be written to. */
export type AddressBook = {
  /** Those of `addresses` that are suppressed; for transactional messages only the ones that do not exist. */
  suppressed: (
    channel: string,
    addresses: readonly string[],
    options: { isTransactional: boolean },
  ) => Promise<string[]>
  /** Puts addresses on the list; those on it stay as they are. */
  suppress: (entries: readonly Suppression[]) => Promise<void>
}
