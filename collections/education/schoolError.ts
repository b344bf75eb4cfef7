import type { PayloadRequest } from 'payload'

import type { FlowError } from '../../src/kernel/flowError.ts'
import { refusal } from '../refusal.ts'
import { schoolRefusals } from './schoolRefusals.ts'

/** A named refusal of the school's endpoints, in the caller's language. Throw it. */
export function schoolError(
  req: Pick<PayloadRequest, 'i18n'>,
  why: keyof typeof schoolRefusals,
): FlowError {
  return refusal(req, schoolRefusals[why])
}
