import type { Localised } from '../../../../src/kernel/localised.ts'

/** A message that ships with the product, in both languages. */
export type BundledMessage = {
  /** How templates and subscriptions find it. */
  key: string
  name: Localised
  /** The event it is for. */
  event: string
  subject: Localised
  /** Plain text, for chats and as the text part of a mail; the HTML part is made from it. */
  text: Localised
}
