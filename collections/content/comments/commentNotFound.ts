import type { PayloadRequest } from 'payload'

import type { FlowError } from '../../../src/kernel/flowError.ts'
import { refusal } from '../../refusal.ts'

/** There is no such comment, or none that may be liked (404). */
export function commentNotFound(req: PayloadRequest): FlowError {
  return refusal(req, {
    code: 'FLOW_COMMENT_NOT_FOUND',
    message: 'there is no such comment',
    status: 404,
    ru: { message: 'такого комментария нет' },
  })
}
