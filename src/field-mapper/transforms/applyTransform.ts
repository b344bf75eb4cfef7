import type { Json } from '../../kernel/json.ts'
import type { Transform } from '../fieldMapping.ts'
import { sha256Hex } from '../../kernel/sha256Hex.ts'
import { toBoolean } from './toBoolean.ts'
import { toDateText } from './toDateText.ts'
import { toE164 } from '../../kernel/toE164.ts'
import { toEmail } from './toEmail.ts'
import { toNumber } from './toNumber.ts'

/** The value after one step; `undefined` when it cannot be made of it, such as a telephone number of a name. */
export function applyTransform(
  value: string | number | boolean,
  step: Transform,
): Json | undefined {
  const text = String(value)
  switch (step.name) {
    case 'trim':
      return text.trim()
    case 'lower':
      return text.toLowerCase()
    case 'upper':
      return text.toUpperCase()
    case 'text':
      return text
    case 'boolean':
      return toBoolean(value)
    case 'email':
      return toEmail(text)
    case 'sha256':
      return sha256Hex(text)
    case 'e164':
      return toE164(text, step.country)
    case 'number':
      return toNumber(value, step.decimals)
    case 'date':
      return toDateText(value, step)
  }
}
