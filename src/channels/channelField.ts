import type { Localised } from '../kernel/localised.ts'

/** One input of a channel's form. Data, not React: the admin form, validation and masking all come from it. */
export type ChannelField = {
  name: string
  type: 'text' | 'textarea' | 'code' | 'email' | 'select' | 'checkbox' | 'number' | 'json'
  label: Localised
  description?: Localised
  isRequired?: boolean
  /** Encrypted at rest, write-only in API and admin, masked in every log. */
  isSecret?: boolean
  /** Shown only under "Advanced". */
  isAdvanced?: boolean
  options?: { value: string; label: Localised }[]
  defaultValue?: string | number | boolean
}
