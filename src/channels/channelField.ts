import type { Localised } from '../kernel/localised.ts'
import type { MessagePart } from './messagePart.ts'

/** One input of a channel's form. Data, not React: the admin form, validation and masking all come from it. */
export type ChannelField = {
  name: string
  type: 'text' | 'textarea' | 'code' | 'email' | 'select' | 'checkbox' | 'number' | 'json' | 'rows'
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
  /** What one row of a `rows` field holds. The target has them as a list of objects. */
  row?: ChannelFieldRow
  options?: { value: string; label: Localised }[]
  defaultValue?: string | number | boolean
}

/** One row of a field that a person fills in several times; nothing secret and no account. */
type ChannelFieldRow = {
  label: Localised
  plural: Localised
  fields: readonly Omit<ChannelField, 'isSecret' | 'isCredential' | 'messagePart' | 'row'>[]
  /** Most rows. */
  most: number
}
