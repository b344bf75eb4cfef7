import type { FlowError } from '../kernel/flowError.ts'
import type { SaidReason } from './createReasons.ts'

/**
 * The reason that an error of ours is: its sentence without the code in front, and its code with the facts in it. Errors
 * that mean several things say which by `details.variant`.
 */
export function reasonOfError({ code, details, message }: FlowError): SaidReason {
  const { variant, ...facts } = details
  const params = Object.fromEntries(
    Object.entries(facts).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
  return {
    reason: message.replace(`[flowmasters] ${code}: `, ''),
    reasons: [{ key: typeof variant === 'string' ? `${code}.${variant}` : code, params }],
  }
}
