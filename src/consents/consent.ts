/** What a person agrees to; one record never covers two things. */
export const consentKinds = ['marketing', 'personal_data'] as const

/** One of {@link consentKinds}. */
export type ConsentKind = (typeof consentKinds)[number]

/** Who agreed, and to what. */
export type ConsentSubject = {
  kind: ConsentKind
  /** Slug of the channel, for marketing; null for what is about no channel. */
  channel: string | null
  /** As the channel writes to it: e-mail, E.164, a chat; or `user:<id>`. */
  address: string
}
