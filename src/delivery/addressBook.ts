import type { SuppressionReason } from '../channels/channelCallback.ts'

/** An address that is to be left alone from now on. */
export type Suppression = {
  channel: string
  address: string
  reason: SuppressionReason
  /** The delivery that taught us. */
  deliveryId: string | null
}

/** What a message is, as far as its recipients may say no to it. */
export type MessageKind =
  | { kind: 'ordinary' | 'transactional' }
  /** `needsConsent: false`: goes also to those who said nothing, never to those who said no. */
  | { kind: 'marketing'; needsConsent: boolean }

/** Why somebody does not get a message. */
export type WithheldBecause = 'suppressed' | 'no_consent' | 'consent_withdrawn'

/** Somebody who does not get a message. */
export type Withheld = { address: string; because: WithheldBecause }

/** Addresses that must not be written to. */
export type AddressBook = {
  /**
   * Those of `addresses` that must not get a message of this kind, as the database has it now. Transactional messages
   * leave out only addresses that do not exist; marketing also needs consents. Questions that are asked at the same
   * time share one query.
   */
  withheld: (
    channel: string,
    addresses: readonly string[],
    kind: MessageKind,
  ) => Promise<Withheld[]>
  /** Puts addresses on the list; those on it stay as they are. */
  suppress: (entries: readonly Suppression[]) => Promise<void>
}
