import type { Localised } from '../kernel/localised.ts'
import type { MessagePart } from './messagePart.ts'

/** One input of a channel's form. Data, not React: the admin form, validation and masking all come from it. */
export type ChannelField = {
  name: string
  type: 'text' | 'textarea' | 'code' | 'email' | 'select' | 'checkbox' | 'number' | 'json'
  label: Localised
  description?: Localised
  isRequired?: boolean
  /** Encrypted at rest, write-only in API and admin, masked in every log. */
  isSecret?: boolean
  /** Belongs to the account and not to the message: token, account id. Kept once per account by the credentials vault. */
  isCredential?: boolean
  /** Takes this part of a stored template when one is chosen; the field is hidden then. */
  messagePart?: MessagePart
  /** Shown only under "Advanced". */
  isAdvanced?: boolean
  /** How a `json` field is edited: as text, or as rules of a mapping. */
  editor?: 'mapping'
  /** Names of the other system's fields that the editor of a mapping offers. */
  suggestions?: readonly string[]
  options?: { value: string; label: Localised }[]
  defaultValue?: string | number | boolean
}
